// Finding invoices: by the beginning of their number, by any part of their customer's name, by the beginning of its account.
import type { CompanyId, CustomerId } from '@quittance/core/kernel';
import { type RawBuilder, sql } from 'kysely';

/** What is looked for; nothing given is every invoice. */
export type InvoiceSearch = Readonly<{ companyId: CompanyId; search?: string; customerId?: CustomerId }>;

const LAST_BEFORE_SURROGATES = 0xd7ff;
const FIRST_AFTER_SURROGATES = 0xe000;

/** The first text after all those that begin with `start`, in code point order. */
export function textAfter(start: string): string {
  const points = [...start].map((character) => character.codePointAt(0) ?? 0);
  const last = points.pop() ?? 0;
  const next = last === LAST_BEFORE_SURROGATES ? FIRST_AFTER_SURROGATES : Math.min(last + 1, 0x10ffff);
  return String.fromCodePoint(...points, next);
}

// Comparisons that say nothing of other organizations' rows may use the index before the row is known to be ours; LIKE may not.
const beginsWith = (column: RawBuilder<unknown>, start: string): RawBuilder<unknown> =>
  sql`(${column} ~>=~ ${start} AND ${column} ~<~ ${textAfter(start)})`;

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** A query of the invoice_id that match, each once; null when every invoice does. */
export function foundInvoices({ companyId, search, customerId }: InvoiceSearch): RawBuilder<unknown> | null {
  if (!search && customerId === undefined) return null;
  const mine = sql`SELECT i.invoice_id FROM invoices i WHERE i.org_id = current_org() AND i.company_id = ${companyId}
    ${customerId === undefined ? sql`` : sql`AND i.customer_id = ${customerId}`}`;
  if (!search) return mine;
  const number = sql`i.number`;
  return sql`
    ${mine} AND ${beginsWith(number, search)}
    UNION ${mine} AND ${beginsWith(number, search.toUpperCase())}
    UNION ${mine} AND i.customer_id IN (SELECT customer_id FROM customers c WHERE c.org_id = current_org() AND c.company_id = ${companyId}
      AND (c.search_name LIKE search_text(${`%${escaped(search)}%`}) OR c.ref LIKE ${`${escaped(search)}%`}
        OR c.ref LIKE ${`${escaped(search).toUpperCase()}%`}))`;
}
