// The aged balance of all customers as of today.
import { agedBench } from '../aged-bench.mjs';
import { agedNowSql } from '../aged-sql.mjs';
import { BENCH_DAY } from '../ground.mjs';

export const bench = agedBench(BENCH_DAY, agedNowSql, {
  name: 'aged-balance-now',
  what: 'The aged balance of all customers as of today; 10 % of the invoices are open.',
  target: 'at most 1.3 ×',
});
