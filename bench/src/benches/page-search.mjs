// The search of everything over HTTP: whole numbers, ends of numbers, names, parts of names.
import { pageBench } from '../page-bench.mjs';

const QUESTIONS = 20;

const paths = () =>
  Array.from({ length: QUESTIONS }, (_, index) => [
    `BF0000${String(index * 37).padStart(4, '0')}`,
    String(100 + index * 7),
    `Client ${1 + index * 3}`,
    `lient ${1 + index}`,
  ])
    .flat()
    .map((text) => `/api/v1/search?${new URLSearchParams({ text })}`);

export const bench = pageBench(paths, {
  name: 'page-search',
  what: 'The search of everything over HTTP, by number, end of a number, name and part of a name in turn, at 20 requests a second.',
  target: 'p95 at most 80 ms',
});
