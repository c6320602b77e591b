// The aged balance of all customers as of a day eight months ago.
import { agedBench } from '../aged-bench.mjs';
import { agedPastSql } from '../aged-sql.mjs';

export const bench = agedBench('2026-03-31', agedPastSql, {
  name: 'aged-balance-past',
  what: 'The aged balance of all customers as of a past day, eight months back, over three years of invoices.',
  target: 'at most 2 ×',
});
