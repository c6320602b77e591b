// Changed by imports: the reads that a finished import makes stale.

/** Beginnings of their paths. */
export const CHANGED_BY_IMPORTS: readonly string[] = [
  'imports',
  'aged-balance',
  'reminders',
  'kpis',
  'customers',
  'invoices',
  'outbox',
  'tasks',
  'start',
  'companies',
  'matching',
  'memory',
  'bank',
  'payments',
  'dashboard',
].map((name) => `/api/v1/${name}`);
