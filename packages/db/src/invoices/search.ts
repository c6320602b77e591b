// Finding invoices: by their number in any dress, from its beginning or its end, by any part of their customer's name, by its account.
import type { CompanyId, CustomerId, Day } from '@quittance/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import { type InvoiceNarrowing, narrowed } from './narrow.ts';

/** What is looked for; nothing given is every invoice. `on` is the day states are judged on. */
export type InvoiceSearch = Readonly<{
  companyId: CompanyId;
  on: Day;
  search?: string;
  customerId?: CustomerId;
  narrow?: InvoiceNarrowing;
}>;

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

/** A number without its dress, as `invoices.number_key` keeps it. */
export const numberKey = (text: string): string => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');

const reversed = (text: string): string => [...text].reverse().join('');
const MIN_END = 2;

/** By the beginning of the number; by its end where the text has a figure, as in "0042". */
function byNumber(mine: RawBuilder<unknown>, search: string): RawBuilder<unknown>[] {
  const key = numberKey(search);
  if (key === '') return [];
  const fromStart = sql`${mine} AND ${beginsWith(sql`i.number_key`, key)}`;
  const hasEnd = key.length >= MIN_END && /\p{N}/u.test(key);
  return hasEnd ? [fromStart, sql`${mine} AND ${beginsWith(sql`i.number_end`, reversed(key))}`] : [fromStart];
}

/** A query of the invoice_id that match, each once; null when every invoice does. */
export function foundInvoices({
  companyId,
  on,
  search,
  customerId,
  narrow,
}: InvoiceSearch): RawBuilder<unknown> | null {
  const conditions = narrow ? narrowed(narrow, on) : null;
  if (!search && customerId === undefined && !conditions) return null;
  const mine = sql`SELECT i.invoice_id FROM invoices i WHERE i.org_id = current_org() AND i.company_id = ${companyId}
    ${customerId === undefined ? sql`` : sql`AND i.customer_id = ${customerId}`} ${conditions ? sql`AND ${conditions}` : sql``}`;
  if (!search) return mine;
  const byCustomer = sql`
    ${mine} AND i.customer_id IN (SELECT customer_id FROM customers c WHERE c.org_id = current_org() AND c.company_id = ${companyId}
      AND (c.search_name LIKE search_text(${`%${escaped(search)}%`}) OR c.ref LIKE ${`${escaped(search)}%`}
        OR c.ref LIKE ${`${escaped(search).toUpperCase()}%`}))`;
  return sql.join([...byNumber(mine, search), byCustomer], sql` UNION `);
}
