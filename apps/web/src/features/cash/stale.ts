// Stale: the reads that a decision about money makes old: whatever shows what is open, and the plan.

/** Paths of those reads. */
export const CASH_READS = [
  '/api/v1/matching',
  '/api/v1/memory',
  '/api/v1/bank',
  '/api/v1/payments',
  '/api/v1/customers',
  '/api/v1/invoices',
  '/api/v1/reminders',
  '/api/v1/aged-balance',
  '/api/v1/dashboard',
] as const;
