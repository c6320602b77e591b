// What the screens ask again after an invoice changed: everything that counts, lists or plans it.

/** Reads that change with an invoice. */
export const INVOICE_READS = [
  '/api/v1/invoices',
  '/api/v1/allocations',
  '/api/v1/customers',
  '/api/v1/holds',
  '/api/v1/reminders',
  '/api/v1/aged-balance',
  '/api/v1/kpis',
  '/api/v1/outbox',
  '/api/v1/payments',
];
