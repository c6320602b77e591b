// What every script of the house shares: where it stands, installing, building, running a command. Node only, no dependency.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the checkout. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** A path in the checkout. */
export const at = (...parts) => join(ROOT, ...parts);

/** Runs a command in the checkout; resolves with its exit code. */
export const run = (command, args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });

/** Runs an installed tool's own script with this Node. */
export const tool = (script, args, options = {}) =>
  run(process.execPath, [at('node_modules', script), ...args], options);

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const stampOf = (text) => createHash('sha256').update(text).digest('hex');
const readStamp = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** Installs what package-lock.json names, unless that very file has been installed already. */
export async function ensureInstalled(say) {
  const stampFile = at('node_modules', '.quittance-installed');
  const stamp = stampOf(
    readFileSync(at('package-lock.json'), 'utf8') + process.version.split('.')[0] + process.platform,
  );
  if (readStamp(stampFile) === stamp) return;
  say('Installing dependencies (once) …');
  const code = await run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    env: { ...process.env, npm_config_loglevel: 'error' },
  });
  if (code !== 0) throw new Error(`npm ci ended with code ${code}`);
  writeFileSync(stampFile, stamp);
}

const skippedFolders = new Set(['node_modules', 'dist', '.git', 'artefacts']);

function* sourceFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (skippedFolders.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sourceFiles(path);
    else yield path;
  }
}

/** Changes whenever a source file is added, removed or written. */
const sourceStamp = () => {
  const lines = [];
  for (const folder of ['packages', 'apps']) {
    for (const file of sourceFiles(at(folder))) {
      const { size, mtimeMs } = statSync(file);
      lines.push(`${relative(ROOT, file)} ${size} ${mtimeMs}`);
    }
  }
  return stampOf(lines.sort().join('\n'));
};

/** Compiles every workspace and bundles the web application, unless no source has changed since. */
export async function ensureBuilt(say) {
  const stampFile = at('apps', 'server', 'dist', '.built');
  const stamp = sourceStamp();
  if (readStamp(stampFile) === stamp) return;
  say('Building …');
  const types = await tool('typescript/bin/tsc', ['-b']);
  if (types !== 0) throw new Error(`the compiler ended with code ${types}`);
  if (existsSync(at('apps', 'web', 'vite.config.ts'))) {
    const bundle = await tool('vite/bin/vite.js', ['build', '--logLevel', 'warn'], { cwd: at('apps', 'web') });
    if (bundle !== 0) throw new Error(`the bundler ended with code ${bundle}`);
  }
  mkdirSync(at('apps', 'server', 'dist'), { recursive: true });
  writeFileSync(stampFile, stamp);
}
