// Customer rows of one file: several rows of one reference make one customer, the later row winning where it says something.
import { parsePaymentTerms } from '../../calendar/index.ts';
import { type RowError, rowError } from '../../kernel/index.ts';
import type { CustomerRow } from '../records.ts';

/** The later row's values, where it has any. */
const merge = (earlier: CustomerRow, later: CustomerRow): CustomerRow => {
  const given = Object.entries(later).filter(([, value]) => value !== null);
  return { ...earlier, ...Object.fromEntries(given) };
};

/** One row for each reference, in order of first appearance. Terms that cannot be read are left out, with a row error; the row stays. */
export function mergeCustomerRows(rows: readonly CustomerRow[]): { customers: CustomerRow[]; errors: RowError[] } {
  const byRef = new Map<string, CustomerRow>();
  const errors: RowError[] = [];
  for (const given of rows) {
    const row = checkTerms(given, errors);
    const known = byRef.get(row.ref);
    byRef.set(row.ref, known ? merge(known, row) : row);
  }
  return { customers: [...byRef.values()], errors };
}

function checkTerms(row: CustomerRow, errors: RowError[]): CustomerRow {
  if (row.paymentTerms === null || parsePaymentTerms(row.paymentTerms).ok) return row;
  errors.push(
    rowError(
      row.row,
      'payment_terms',
      'payment_terms_unreadable',
      row.paymentTerms,
      '30 jours, 45 jours fin de mois, net 30…',
    ),
  );
  return { ...row, paymentTerms: null };
}
