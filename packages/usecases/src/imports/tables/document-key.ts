// What identifies a document, and each of its terms, in any table file of the company.
import { hash } from 'node:crypto';
import type { InvoiceRow } from '@quittance/core/intake';

const SEPARATOR = '\u001f';

/** An MD5 in hexadecimal of kind, customer and number, and of the term's number where one is given. */
export const documentKey = (row: Pick<InvoiceRow, 'kind' | 'customerRef' | 'number'>, ...term: number[]): string =>
  hash('md5', [row.kind, row.customerRef, row.number, ...term].join(SEPARATOR));
