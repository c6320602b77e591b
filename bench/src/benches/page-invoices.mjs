// The list of invoices over HTTP as people turn it: as it opens, by amount, overdue ones, far into it.
import { pageBench } from '../page-bench.mjs';

const QUESTIONS = ['open=true', '', 'sort=-gross', 'status=overdue', 'page=100', 'open=true&page=20'];

export const bench = pageBench(() => QUESTIONS.map((query) => `/api/v1/invoices?${query}`), {
  name: 'page-invoices',
  what: 'The list of invoices over HTTP as it opens, of everything, by amount, overdue, and far into it in turn, at 20 requests a second.',
  target: 'p95 at most 150 ms',
});
