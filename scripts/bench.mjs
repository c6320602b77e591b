// npm run bench [NAME] -- [--size small|medium|large] [--write] [--list]: runs the benchmarks and prints one JSON document.
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { machine, runBench } from '../bench/src/harness.mjs';
import { writeResults } from '../bench/src/results.mjs';

const FOLDER = new URL('../bench/src/benches/', import.meta.url);
const SCALES = ['small', 'medium', 'large'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { size: { type: 'string', default: 'small' }, write: { type: 'boolean' }, list: { type: 'boolean' } },
});

const fail = (message) => {
  console.error(message);
  process.exit(2);
};

// A benchmark's file has its name; only those asked for are loaded.
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.mjs'))
  .map((file) => file.slice(0, -'.mjs'.length));

const load = async (name) => {
  try {
    return (await import(new URL(`${name}.mjs`, FOLDER))).bench;
  } catch (error) {
    if (error.code === 'ERR_MODULE_NOT_FOUND') fail(`Build first: npm run build\n${error.message}`);
    throw error;
  }
};

if (!SCALES.includes(values.size)) fail(`--size is one of ${SCALES.join(', ')}`);
const unknown = positionals.filter((name) => !names.includes(name));
if (unknown.length > 0) fail(`No benchmark ${unknown.join(', ')}. There are: ${names.join(', ')}`);
const chosen = await Promise.all((positionals.length > 0 ? positionals : names).map(load));
if (values.list) {
  console.log(chosen.map((bench) => `${bench.name}: ${bench.what}`).join('\n'));
  process.exit(0);
}

const { openGround } = await import('../bench/src/ground.mjs');
const ground = await openGround();
const report = { takenAt: new Date().toISOString().slice(0, 10), machine: null, benches: [], failures: [] };
try {
  report.machine = machine(await ground.version());
  for (const bench of chosen) {
    try {
      report.benches.push(await runBench(bench, values.size, ground));
    } catch (error) {
      // The others go on; what could not be measured is said.
      report.failures.push({ name: bench.name, error: error.message });
      console.error(error);
    }
  }
} finally {
  await ground.close();
}
if (values.write) writeResults(report);
console.log(JSON.stringify(report, null, 2));
process.exitCode = report.failures.length > 0 ? 1 : 0;
