// A page over HTTP at a steady pace: what each request waited, as its 50th, 95th and 99th percentile.
import autocannon from 'autocannon';
import { percentile } from './harness.mjs';
import { openHouse } from './stand/http-house.mjs';

const PER_SECOND = 20;
const SECONDS = 10;
const CONNECTIONS = 10;

const load = (house, paths, times) =>
  new Promise((resolve, reject) => {
    const run = autocannon(
      {
        url: house.url,
        connections: CONNECTIONS,
        overallRate: PER_SECOND,
        duration: SECONDS,
        headers: { cookie: house.cookie },
        requests: paths.map((path) => ({ path })),
      },
      (error, result) => {
        if (error) reject(error);
        else if (result.non2xx + result.errors > 0)
          reject(new Error(`${result.non2xx} refused, ${result.errors} failed`));
        else resolve();
      },
    );
    run.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  });

/** A benchmark of a page; `pathsOf(house)` gives the addresses asked in turn. */
export const pageBench = (pathsOf, words) => ({
  ...words,
  unit: 'invoices',
  reference: null,
  sizes: { small: [2_000, 20_000, 100_000], medium: [20_000, 100_000, 500_000], large: [100_000, 316_000, 1_000_000] },
  async open(size, ground) {
    const house = await openHouse(ground, size);
    const times = [];
    return {
      warm: false,
      runs: 5,
      ours: () => load(house, pathsOf(house), times),
      value: () => percentile(times, 0.5),
      figures: () => ({
        requestsPerSecond: PER_SECOND,
        requests: times.length,
        p95Ms: percentile(times, 0.95),
        p99Ms: percentile(times, 0.99),
      }),
      close: house.close,
    };
  },
});
