// npm test: everything, in one go: types, lint, import rules, dead code, schema, translations, then the tests of every tier.
// Ends with one line: N passed, N failed. `npm test -- rules database` runs those tiers alone.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ensureBuilt, ensureInstalled, ROOT, tool } from './house.mjs';

const tiers = process.argv.slice(2).filter((word) => !word.startsWith('-'));
let passed = 0;
let failed = 0;
let skipped = 0;
/** What failed outside the tests, said again before the last line: a long run hides its first ones. */
const broken = [];

async function step(name, work) {
  const started = Date.now();
  const good = await work().catch((error) => {
    console.error(error);
    return false;
  });
  console.log(`${good ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (good) passed += 1;
  else {
    failed += 1;
    broken.push(name);
  }
}

const ends = (code) => code === 0;
const script = (name, ...args) =>
  new Promise((resolve) => {
    spawn(process.execPath, [join(ROOT, 'scripts', name), ...args], { cwd: ROOT, stdio: 'inherit' }).once(
      'exit',
      resolve,
    );
  });

/** The names of the tests that failed, file by file; of a file that failed as a whole, its own name. */
const failures = (counts) =>
  counts.testResults
    .filter((file) => file.status === 'failed')
    .flatMap((file) => {
      const names = file.assertionResults.filter((test) => test.status === 'failed').map((test) => test.fullName);
      return (names.length > 0 ? names : ['the file itself']).map((name) => `${relative(ROOT, file.name)}: ${name}`);
    });

/** Runs vitest and adds its counts; a run that executed no test is a failure. */
async function vitest(projects) {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-test-'));
  const report = join(folder, 'report.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await tool('vitest/vitest.mjs', [...args, ...projects.flatMap((name) => ['--project', name])]);
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
  rmSync(folder, { recursive: true, force: true });
  if (!counts || counts.numTotalTests === 0) {
    broken.push('tests: none was executed');
    failed += 1;
    return;
  }
  passed += counts.numPassedTests;
  failed += counts.numFailedTests;
  skipped += counts.numPendingTests + (counts.numTodoTests ?? 0);
  if (code !== 0 && counts.numFailedTests === 0) {
    failed += 1;
    broken.push('tests: the run itself ended badly');
  }
  broken.push(...failures(counts));
}

await ensureInstalled(console.error);
if (tiers.length === 0) {
  await step('types', async () => ends(await tool('typescript/bin/tsc', ['-b'])));
  await step('lint', async () => ends(await tool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.'])));
  await step('import rules', async () => ends(await script('check-imports.mjs')));
  await step('dead code', async () => ends(await tool('knip/bin/knip.js', ['--no-progress'])));
  await step('schema dump', async () => ends(await script('dump-schema.mjs', '--check')));
}
await step('build', async () => {
  await ensureBuilt(console.error);
  return true;
});
await vitest(tiers.length > 0 ? tiers : ['rules', 'database', 'browser']);

for (const name of broken) console.log(`✗ ${name}`);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 ? 1 : 0);
