// What the screens ask again after money moved: everything that counts, lists or plans it.

/** Reads that change with a payment or a late fee. */
export const PAYMENT_READS = [
  '/api/v1/payments',
  '/api/v1/announcements',
  '/api/v1/claims',
  '/api/v1/invoices',
  '/api/v1/allocations',
  '/api/v1/customers',
  '/api/v1/holds',
  '/api/v1/matching',
  '/api/v1/reminders',
  '/api/v1/tasks',
  '/api/v1/aged-balance',
];
