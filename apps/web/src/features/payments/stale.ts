// What the screens ask again after money moved: everything that counts, lists or plans it.
import { INVOICE_READS } from '../invoices/stale.ts';

/** Reads that change with a payment or a late fee. */
export const PAYMENT_READS = [
  ...INVOICE_READS,
  '/api/v1/announcements',
  '/api/v1/claims',
  '/api/v1/matching',
  '/api/v1/tasks',
];
