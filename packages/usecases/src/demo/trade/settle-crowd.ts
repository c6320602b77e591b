// Turns the crowd's drafts into sales, receipts and lettered groups: one transfer for all a customer pays on a day, halves, credit notes.
import { addDays, type Cents, cents, type Day } from '@quittance/core/kernel';
import type { SaleDraft } from './crowd-sales.ts';
import { type Exercise, isSameExercise, workedAfter } from './days.ts';
import { SECOND_HALF_DAYS } from './habits.ts';
import type { Receipt, Sale, Settlement, Trade } from './trade.ts';

const VAT_PERCENT = 20;
const CREDIT_AFTER_DAYS = 9;

/** The VAT in a gross amount at 20 %, rounded to the cent; exports bear none (art. 262 I CGI). */
export const vatIn = (gross: number, abroad: boolean): Cents =>
  cents(abroad ? 0 : gross - Math.round((gross * 100) / (100 + VAT_PERCENT)));

const saleOf = (draft: SaleDraft): Sale => ({
  customer: draft.customer,
  kind: 'invoice',
  issuedOn: draft.issuedOn,
  sentOn: draft.sentOn,
  terms: [{ dueOn: draft.dueOn, cents: cents(draft.rawCents) }],
  grossCents: cents(draft.rawCents),
  vatCents: vatIn(draft.rawCents, draft.customer.language === 'en'),
  label: draft.label,
});

/** A credit note of a gross amount, for a customer, on a day. */
export const creditNote = (invoice: Sale, issuedOn: Day, gross: number): Sale => ({
  ...invoice,
  kind: 'credit_note',
  issuedOn,
  sentOn: issuedOn,
  terms: [{ dueOn: issuedOn, cents: cents(gross) }],
  grossCents: cents(gross),
  vatCents: vatIn(gross, invoice.vatCents === 0),
  label: `Avoir : ${invoice.label}`,
});

// A credit note stands in the books of the year in which its invoice is paid, or it is not given at all.
const creditOf = (draft: SaleDraft, invoice: Sale, exercises: readonly Exercise[]): Sale | null => {
  const on = workedAfter(addDays(draft.issuedOn, CREDIT_AFTER_DAYS));
  if (draft.creditShare === 0 || draft.paidOn === null || on >= draft.paidOn) return null;
  if (!isSameExercise(on, draft.paidOn, exercises)) return null;
  return creditNote(invoice, on, Math.round(draft.rawCents * draft.creditShare));
};

type Paid = Readonly<{ invoice: Sale; credit: Sale | null; on: Day; dueCents: Cents; halves: boolean }>;

const paidOf = (draft: SaleDraft, invoice: Sale, exercises: readonly Exercise[]): Paid | null => {
  if (draft.paidOn === null) return null;
  const credit = creditOf(draft, invoice, exercises);
  const dueCents = cents(invoice.grossCents - (credit?.grossCents ?? 0));
  return { invoice, credit, on: draft.paidOn, dueCents, halves: draft.customer.habit === 'splits' };
};

const salesOf = (paid: Paid): Sale[] => (paid.credit ? [paid.invoice, paid.credit] : [paid.invoice]);

// The second half comes a month later: if that is still to come, half is open; a half in another year's books is paid whole at once.
const settleHalves = (paid: Paid, today: Day, exercises: readonly Exercise[]): Settlement => {
  const customer = paid.invoice.customer;
  const second = workedAfter(addDays(paid.on, SECOND_HALF_DAYS));
  const half = cents(Math.floor(paid.dueCents / 2));
  const first: Receipt = { customer, on: paid.on, cents: half };
  if (second >= today) return { on: paid.on, sales: salesOf(paid), receipts: [first] };
  if (!isSameExercise(paid.on, second, exercises))
    return { on: paid.on, sales: salesOf(paid), receipts: [{ ...first, cents: paid.dueCents }] };
  const rest: Receipt = { customer, on: second, cents: cents(paid.dueCents - half) };
  return { on: second, sales: salesOf(paid), receipts: [first, rest] };
};

const settleTogether = (group: readonly Paid[]): Settlement => {
  const total = group.reduce((sum, paid) => sum + paid.dueCents, 0);
  const { invoice, on } = group[0]!;
  return { on, sales: group.flatMap(salesOf), receipts: [{ customer: invoice.customer, on, cents: cents(total) }] };
};

const groupByCustomerAndDay = (all: readonly Paid[]): Paid[][] => {
  const groups = new Map<string, Paid[]>();
  for (const paid of all) {
    const key = `${paid.invoice.customer.ref} ${paid.on}`;
    groups.set(key, [...(groups.get(key) ?? []), paid]);
  }
  return [...groups.values()];
};

/** The crowd's whole trade, from its scaled drafts. */
export function settleCrowd(drafts: readonly SaleDraft[], today: Day, exercises: readonly Exercise[]): Trade {
  const pairs = drafts.map((draft) => ({ draft, invoice: saleOf(draft) }));
  const paid = pairs.flatMap(({ draft, invoice }) => paidOf(draft, invoice, exercises) ?? []);
  const settlements = [
    ...paid.filter((one) => one.halves).map((one) => settleHalves(one, today, exercises)),
    ...groupByCustomerAndDay(paid.filter((one) => !one.halves)).map(settleTogether),
  ];
  return {
    sales: [...pairs.map((pair) => pair.invoice), ...paid.flatMap((one) => one.credit ?? [])],
    receipts: settlements.flatMap((settlement) => settlement.receipts),
    settlements,
    doubtful: [],
    unlettered: [],
  };
}
