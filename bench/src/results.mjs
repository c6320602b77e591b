// Results: the figures kept in git: bench/results.json for programs, bench/RESULTS.md for people, rewritten from it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const JSON_FILE = new URL('../results.json', import.meta.url);
const MARKDOWN_FILE = new URL('../RESULTS.md', import.meta.url);

const number = (value) =>
  value === null || value === undefined ? '' : value.toLocaleString('en-US', { maximumFractionDigits: 2 });

const KNOWN = new Set(['size', 'runs', 'medianMs', 'referenceMs', 'ratio', 'bestRatio', 'tables']);
const others = (row) =>
  Object.entries(row)
    .filter(([key]) => !KNOWN.has(key))
    .map(([key, value]) => `${key} ${number(value)}`)
    .join(', ');

const cells = (list) => `| ${list.map((cell) => (typeof cell === 'number' ? number(cell) : cell)).join(' | ')} |`;

/** What a benchmark has to say beyond a row: tables of its own under it. */
const tableOf = ({ title, head, rows }) =>
  ['', `${title}:`, '', cells(head), cells(head.map(() => '---')), ...rows.map(cells), ''].join('\n');

const section = ({ bench, machine, takenAt }) => `## ${bench.name}

${bench.what} Target: ${bench.target}. Reference in the same run: ${bench.reference ?? 'none'}.
Growth exponent ${number(bench.exponent)}${bench.referenceExponent === null ? '' : ` (reference ${number(bench.referenceExponent)})`}.

| ${bench.unit} | median ms | reference ms | ratio | ratio of best runs | runs | besides |
|---:|---:|---:|---:|---:|---:|---|
${bench.sizes
  .map(
    (row) =>
      `| ${number(row.size)} | ${number(row.medianMs)} | ${number(row.referenceMs)} | ${number(row.ratio)} | ${number(row.bestRatio)} | ${row.runs} | ${others(row)} |`,
  )
  .join('\n')}
${bench.sizes
  .flatMap(({ tables }) => tables ?? [])
  .map(tableOf)
  .join('')}
Taken ${takenAt} on ${machine.cores} cores (${machine.cpu}), ${machine.memoryGib} GiB, Node ${machine.node}, PostgreSQL ${machine.postgres}, commit ${machine.commit}, load ${machine.loadAverage} before.
`;

const read = () => (existsSync(JSON_FILE) ? JSON.parse(readFileSync(JSON_FILE, 'utf8')) : {});

/** Adds a report's benchmarks to those kept, each replacing its own earlier figures, and rewrites both files. */
export function writeResults(report) {
  const kept = read();
  for (const bench of report.benches) kept[bench.name] = { bench, machine: report.machine, takenAt: report.takenAt };
  const sorted = Object.fromEntries(Object.entries(kept).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(JSON_FILE, `${JSON.stringify(sorted, null, 2)}\n`);
  const head = `# Benchmark results

Rewritten by \`npm run bench [NAME] -- --write\`. Absolute times depend on the machine and on what else it does; read the ratios, taken in the
same run as their reference, and the exponents (1 is linear). Nothing here is asserted by a test.
`;
  writeFileSync(MARKDOWN_FILE, [head, ...Object.values(sorted).map(section)].join('\n'));
}
