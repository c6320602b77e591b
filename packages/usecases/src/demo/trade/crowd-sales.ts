// Crowd sales: the ordinary invoices of three years, with the day each was or was not paid, before amounts are scaled.
import { dueDate } from '@quittance/core/calendar';
import { addDays, addMonths, type Day, maxDay, monthOf } from '@quittance/core/kernel';
import { type Draw, drawFrom } from '../draw.ts';
import type { DemoCustomer } from '../people/demo-customer.ts';
import { GOODS } from '../people/words.ts';
import { type Exercise, startOfMonth, workedAfter, workedBefore } from './days.ts';
import { delayOf } from './habits.ts';

/** An invoice to be; `paidOn` null while it is open. */
export type SaleDraft = Readonly<{
  customer: DemoCustomer;
  issuedOn: Day;
  sentOn: Day | null;
  dueOn: Day;
  paidOn: Day | null;
  /** Gross before scaling. */
  rawCents: number;
  /** Share of the gross taken back by a credit note ten days later, 0 for none. */
  creditShare: number;
  label: string;
}>;

// January to December: restaurants equip before the summer and the end of the year; August sleeps.
const SEASON = [0.9, 0.95, 1.05, 1.1, 1.2, 1.15, 0.95, 0.6, 1.05, 1.0, 1.1, 0.95] as const;
const LAST_MONTH = 34;
const CREDITED = 0.04;
const SENT_UNKNOWN = 0.2;

const countIn = (perMonth: number, draw: Draw): number => Math.floor(perMonth) + (draw.next() < perMonth % 1 ? 1 : 0);

const amountOf = (customer: DemoCustomer, month: number, draw: Draw): number =>
  Math.round(customer.usualCents * SEASON[month - 1]! * (0.4 + 0.8 * draw.next() + 0.6 * draw.next() ** 3));

type Moment = Readonly<{ month: Day; monthsAgo: number; today: Day }>;

const draftOf = (customer: DemoCustomer, moment: Moment, draw: Draw): SaleDraft => {
  const issuedOn = workedBefore(addDays(moment.month, draw.between(0, 27)));
  const dueOn = dueDate(customer.paymentTerms, issuedOn);
  const sent = addDays(issuedOn, draw.between(0, 2));
  const sentKnown = draw.next() >= SENT_UNKNOWN && sent <= moment.today;
  const paid = workedAfter(
    maxDay(addDays(dueOn, delayOf(customer.habit, draw, moment.monthsAgo)), addDays(issuedOn, 1)),
  );
  return {
    customer,
    issuedOn,
    sentOn: sentKnown ? sent : null,
    dueOn,
    paidOn: paid < moment.today ? paid : null,
    rawCents: amountOf(customer, monthOf(moment.month), draw),
    creditShare: draw.next() < CREDITED ? 0.1 + 0.1 * draw.between(0, 2) : 0,
    label: draw.pick(GOODS),
  };
};

/** Every invoice issued to one customer from the first exercise to `until`, in order of month. */
export function crowdSales(
  customer: DemoCustomer,
  today: Day,
  until: Day,
  exercises: readonly Exercise[],
): SaleDraft[] {
  const draw = drawFrom(`sales ${customer.ref}`);
  const drafts: SaleDraft[] = [];
  for (let monthsAgo = LAST_MONTH; monthsAgo >= 0; monthsAgo--) {
    const month = addMonths(startOfMonth(today), -monthsAgo);
    for (let left = countIn(customer.perMonth, draw); left > 0; left--)
      drafts.push(draftOf(customer, { month, monthsAgo, today }, draw));
  }
  const start = exercises[0]!.from;
  return drafts.filter((draft) => draft.issuedOn <= until && draft.issuedOn >= start);
}
