// Narrowing the list of invoices: conditions on an invoice `i` beyond the text searched, each left out where nothing is asked.
import type { Day } from '@quittance/core/kernel';
import { addDays } from '@quittance/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import { holding } from './holding.ts';

/** States of an invoice a list can be narrowed to, besides open, overdue and paid, which the list itself knows. */
export type NarrowState =
  | 'not_due'
  | 'due_soon'
  | 'partial'
  | 'held'
  | 'disputed'
  | 'promised'
  | 'doubtful'
  /** Settled by credit notes alone: nothing was ever paid. */
  | 'cancelled';

/** What is asked beyond the text; days and cents are inclusive. */
export type InvoiceNarrowing = Readonly<{
  state?: NarrowState;
  segment?: string;
  owner?: string;
  issuedFrom?: Day;
  issuedTo?: Day;
  dueFrom?: Day;
  dueTo?: Day;
  /** Gross amount of the invoice. */
  minCents?: number;
  maxCents?: number;
  level?: number;
  chased?: boolean;
}>;

const SOON_DAYS = 7;
const HELD_BY = {
  held: ['manual', 'payment_in_transit', 'unmatched_payment'],
  disputed: ['dispute'],
  promised: ['promise', 'plan'],
} as const;

const term = (condition: RawBuilder<unknown>): RawBuilder<unknown> => sql`EXISTS (SELECT 1 FROM receivables n
  WHERE n.org_id = i.org_id AND n.invoice_id = i.invoice_id AND ${condition})`;
const isOpen = sql`n.settled_cents < n.gross_cents`;

const heldBy = (
  reasons: readonly string[],
  on: Day,
): RawBuilder<unknown> => sql`${term(isOpen)} AND EXISTS (SELECT 1 FROM ${holding} h
  WHERE h.org_id = i.org_id AND h.company_id = i.company_id AND h.customer_id = i.customer_id AND h.reason = ANY(${reasons as string[]}::text[])
    AND h.from_on <= ${on} AND (h.until_on IS NULL OR h.until_on >= ${on})
    AND (h.receivable_id IS NULL OR h.receivable_id IN (SELECT n.receivable_id FROM receivables n
      WHERE n.org_id = i.org_id AND n.invoice_id = i.invoice_id)))`;

const applied = (credit: RawBuilder<unknown>): RawBuilder<unknown> => sql`EXISTS (SELECT 1 FROM allocations a
  JOIN receivables n ON n.org_id = a.org_id AND n.receivable_id = a.receivable_id
  WHERE n.org_id = i.org_id AND n.invoice_id = i.invoice_id AND ${credit} AND a.reverses_allocation_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM allocations b WHERE b.org_id = a.org_id AND b.reverses_allocation_id = a.allocation_id))`;

// The oldest open term decides whether an invoice is late, due soon or not due: no open term may be due before the window.
const firstDue = (
  from: Day,
  to: Day | null,
): RawBuilder<unknown> => sql`${term(sql`${isOpen} ${to ? sql`AND n.due_on <= ${to}` : sql``}`)}
  AND NOT ${term(sql`${isOpen} AND n.due_on < ${from}`)}`;

const inState = (state: NarrowState, on: Day): RawBuilder<unknown> => {
  switch (state) {
    case 'due_soon':
      return firstDue(on, addDays(on, SOON_DAYS));
    case 'not_due':
      return firstDue(addDays(on, SOON_DAYS + 1), null);
    case 'partial':
      return sql`${term(isOpen)} AND ${term(sql`n.settled_cents > 0`)}`;
    case 'doubtful':
      return term(sql`${isOpen} AND n.doubtful`);
    case 'cancelled':
      return sql`NOT ${term(isOpen)} AND ${applied(sql`a.credit_note_id IS NOT NULL`)} AND NOT ${applied(sql`a.payment_id IS NOT NULL`)}`;
    default:
      return heldBy(HELD_BY[state], on);
  }
};

const reached = (on: Day): RawBuilder<unknown> => sql`coalesce((SELECT max(l.rank) FROM receivable_levels l
  JOIN receivables n ON n.org_id = l.org_id AND n.receivable_id = l.receivable_id
  WHERE n.org_id = i.org_id AND n.invoice_id = i.invoice_id AND l.done_on <= ${on}), 0)`;

const ofCustomer = ({ segment, owner }: InvoiceNarrowing): RawBuilder<unknown>[] =>
  segment === undefined && owner === undefined
    ? []
    : [
        sql`i.customer_id IN (SELECT s.customer_id FROM customers s WHERE s.org_id = current_org() AND s.company_id = i.company_id
          ${segment === undefined ? sql`` : segment === '-' ? sql`AND s.segment IS NULL` : sql`AND s.segment = ${segment}`}
          ${owner === undefined ? sql`` : owner === '-' ? sql`AND s.owner_email IS NULL` : sql`AND s.owner_email = ${owner}`})`,
      ];

const when = (value: unknown, condition: RawBuilder<unknown>): RawBuilder<unknown>[] =>
  value === undefined ? [] : [condition];

/** The conditions asked for, or null where there is none. */
export function narrowed(asked: InvoiceNarrowing, on: Day): RawBuilder<unknown> | null {
  const { dueFrom, dueTo } = asked;
  const conditions = [
    ...when(asked.issuedFrom, sql`i.issued_on >= ${asked.issuedFrom}`),
    ...when(asked.issuedTo, sql`i.issued_on <= ${asked.issuedTo}`),
    ...when(asked.minCents, sql`i.gross_cents >= ${asked.minCents}`),
    ...when(asked.maxCents, sql`i.gross_cents <= ${asked.maxCents}`),
    ...when(
      dueFrom ?? dueTo,
      term(
        sql`true ${dueFrom ? sql`AND n.due_on >= ${dueFrom}` : sql``} ${dueTo ? sql`AND n.due_on <= ${dueTo}` : sql``}`,
      ),
    ),
    ...ofCustomer(asked),
    ...when(asked.level, sql`${reached(on)} = ${asked.level}`),
    ...when(asked.chased, sql`${reached(on)} ${asked.chased ? sql`> 0` : sql`= 0`}`),
    ...(asked.state ? [inState(asked.state, on)] : []),
  ];
  return conditions.length === 0 ? null : sql.join(conditions, sql` AND `);
}
