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

const load = async () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.mjs'));
  try {
    return (await Promise.all(files.map((file) => import(new URL(file, FOLDER))))).map((found) => found.bench);
  } catch (error) {
    if (error.code === 'ERR_MODULE_NOT_FOUND') fail(`Build first: npm run build\n${error.message}`);
    throw error;
  }
};

const benches = await load();
if (values.list) {
  console.log(benches.map((bench) => `${bench.name}: ${bench.what}`).join('\n'));
  process.exit(0);
}
if (!SCALES.includes(values.size)) fail(`--size is one of ${SCALES.join(', ')}`);
const chosen = positionals.length === 0 ? benches : benches.filter((bench) => positionals.includes(bench.name));
if (chosen.length === 0) fail(`No such benchmark. There are: ${benches.map((bench) => bench.name).join(', ')}`);

const { openGround } = await import('../bench/src/ground.mjs');
const ground = await openGround();
try {
  const report = {
    takenAt: new Date().toISOString().slice(0, 10),
    machine: machine(await ground.version()),
    benches: [],
  };
  for (const bench of chosen) report.benches.push(await runBench(bench, values.size, ground));
  if (values.write) writeResults(report);
  console.log(JSON.stringify(report, null, 2));
} finally {
  await ground.close();
}
