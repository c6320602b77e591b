// Harness: runs a benchmark at three sizes beside its reference, takes medians, and says how the cost grows. It asserts nothing.
import { execFileSync } from 'node:child_process';
import { cpus, loadavg, platform, release, totalmem } from 'node:os';

const RUNS = 5;
const GIB = 1024 ** 3;

/** The middle of a list of numbers. */
export const median = (list) => {
  const sorted = list.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};

/** The value a share of the list stays below (0.95 for the 95th percentile). */
export const percentile = (list, share) => {
  const sorted = list.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
};

/** Exponent b of t ≈ a · nᵇ by least squares on logarithms: 1 is linear. Null with fewer than two sizes. */
export const growthExponent = (points) => {
  if (points.length < 2) return null;
  const logs = points.map(({ size, ms }) => [Math.log(size), Math.log(ms)]);
  const mean = (index) => logs.reduce((sum, pair) => sum + pair[index], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const over = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return over / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
};

const timed = async (act) => {
  const start = process.hrtime.bigint();
  await act();
  return Number(process.hrtime.bigint() - start) / 1e6;
};

const round = (number, digits) => (number === null ? null : Number(number.toFixed(digits)));

/** Ours and the reference take turns, so that a busy machine slows both; one unmeasured turn warms them. */
const measureSize = async (bench, size, ground) => {
  const stand = await bench.open(size, ground);
  try {
    if (stand.warm !== false) {
      await stand.ours();
      await stand.reference?.();
    }
    const ours = [];
    const reference = [];
    for (let run = 0; run < (stand.runs ?? RUNS); run++) {
      await stand.before?.();
      ours.push(await timed(stand.ours));
      if (stand.reference) reference.push(await timed(stand.reference));
    }
    const medianMs = stand.value ? stand.value(ours) : median(ours);
    const referenceMs = reference.length > 0 ? median(reference) : null;
    return {
      size,
      runs: ours.length,
      medianMs: round(medianMs, 2),
      referenceMs: round(referenceMs, 2),
      ratio: referenceMs === null ? null : round(medianMs / referenceMs, 2),
      // The best runs say what the work costs when nothing else is in the way.
      bestRatio: referenceMs === null ? null : round(Math.min(...ours) / Math.min(...reference), 2),
      ...(await stand.figures?.(medianMs)),
    };
  } finally {
    await stand.close?.();
  }
};

/** Runs one benchmark at the three sizes of a scale. @throws whatever stops it */
export async function runBench(bench, scale, ground) {
  const sizes = [];
  for (const size of bench.sizes[scale]) {
    process.stderr.write(`${bench.name}: ${size} ${bench.unit}…\n`);
    sizes.push(await measureSize(bench, size, ground));
  }
  const points = (key) => sizes.filter((row) => row[key] > 0).map((row) => ({ size: row.size, ms: row[key] }));
  return {
    name: bench.name,
    what: bench.what,
    unit: bench.unit,
    reference: bench.reference,
    target: bench.target,
    scale,
    sizes,
    exponent: round(growthExponent(points('medianMs')), 2),
    referenceExponent: round(growthExponent(points('referenceMs')), 2),
  };
}

const commit = () => {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
};

/** The machine and versions the figures were taken on. */
export const machine = (postgres) => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGib: Math.round(totalmem() / GIB),
  os: `${platform()} ${release()}`,
  loadAverage: round(loadavg()[0], 2),
  node: process.version,
  postgres,
  commit: commit(),
});
