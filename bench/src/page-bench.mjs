// A page over HTTP, asked at a steady pace and then in bursts: what each request waited, from when it was due, as percentiles.
import { setTimeout as until } from 'node:timers/promises';
import { percentile } from './harness.mjs';
import { openHouse } from './stand/http-house.mjs';

const PER_SECOND = 20;
const SECONDS = 10;
/** As many people at the same moment. */
const BURST = 10;

/** Asks for the pages in turn, so many together; keeps what each waited. A slow answer does not hold back those after it. */
async function ask(house, paths, { together, times }) {
  const one = async (path, due) => {
    const answer = await fetch(`${house.url}${path}`, { headers: { cookie: house.cookie } });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    times.push(performance.now() - due);
  };
  const from = performance.now();
  const asked = [];
  for (let n = 0; n < PER_SECOND * SECONDS; n++) {
    const due = from + (Math.floor(n / together) * together * 1_000) / PER_SECOND;
    if (n % together === 0) await until(Math.max(0, due - performance.now()));
    asked.push(one(paths[n % paths.length], due));
  }
  await Promise.all(asked);
}

/** A benchmark of a page; `pathsOf(house)` gives the addresses asked in turn. */
export const pageBench = (pathsOf, words) => ({
  ...words,
  unit: 'invoices',
  reference: null,
  sizes: { small: [2_000, 20_000, 100_000], medium: [20_000, 100_000, 500_000], large: [100_000, 316_000, 1_000_000] },
  async open(size, ground) {
    const house = await openHouse(ground, size);
    const [steady, bursts] = [[], []];
    const paths = pathsOf(house);
    return {
      warm: false,
      runs: 5,
      ours: async () => {
        await ask(house, paths, { together: 1, times: steady });
        await ask(house, paths, { together: BURST, times: bursts });
      },
      value: () => percentile(steady, 0.5),
      figures: () => ({
        requestsPerSecond: PER_SECOND,
        requests: steady.length,
        p95Ms: percentile(steady, 0.95),
        p99Ms: percentile(steady, 0.99),
        p95InBurstsMs: percentile(bursts, 0.95),
      }),
      close: house.close,
    };
  },
});
