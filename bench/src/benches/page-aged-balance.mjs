// The aged-balance page over HTTP, first fifty by overdue.
import { pageBench } from '../page-bench.mjs';

export const bench = pageBench(() => ['/api/v1/aged-balance?size=50&sort=-overdue'], {
  name: 'page-aged-balance',
  what: 'The aged-balance page over HTTP, first fifty customers by overdue, at 20 requests a second.',
  target: 'p95 at most 150 ms',
});
