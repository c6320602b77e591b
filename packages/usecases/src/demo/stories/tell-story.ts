// Tells a story: turns its plan into sales, receipts and settlements around today.
import { frenchHolidays } from '@quittance/core/calendar';
import { addDays, type Cents, cents, type Day, weekday, yearOf } from '@quittance/core/kernel';
import type { DemoCustomer } from '../people/demo-customer.ts';
import { workedAfter, workedBefore } from '../trade/days.ts';
import { creditNote, vatIn } from '../trade/settle-crowd.ts';
import type { DoubtfulTransfer, Receipt, Sale, Settlement, Trade } from '../trade/trade.ts';
import type { PlannedAmount, PlannedDay, PlannedInvoice, StoryPlan } from './story-plan.ts';

const TERM_DAYS = 30;
const HOLIDAY_AHEAD = 30;
const SATURDAY = 6;
const LABEL = 'Équipement de cuisine professionnelle';

const inCents = (euros: number): Cents => cents(Math.round(euros * 100));

// The next holiday near enough for its invoice to exist already, else the last one.
const holidayNear = (today: Day): Day => {
  const all = [-1, 0, 1].flatMap((years) => frenchHolidays(yearOf(today) + years, false)).map((holiday) => holiday.on);
  const next = all.find((on) => on >= today && on <= addDays(today, HOLIDAY_AHEAD));
  return next ?? all.filter((on) => on < today).at(-1)!;
};

const saturdayNear = (today: Day): Day => addDays(today, SATURDAY - weekday(today));

/** The day a plan means, seen from today. */
export function dayPlanned(planned: PlannedDay, today: Day): Day {
  if (typeof planned === 'number') return addDays(today, planned);
  const step = planned.stepOn === 'weekend' ? saturdayNear(today) : holidayNear(today);
  return addDays(step, -planned.offset);
}

const invoiceOf = (customer: DemoCustomer, planned: PlannedInvoice, today: Day): Sale => {
  const dueOn = dayPlanned(planned.due, today);
  const issuedOn = workedBefore(addDays(dueOn, -(planned.days ?? TERM_DAYS)));
  const terms = planned.terms ?? [{ on: 0, euros: planned.euros }];
  const sentOn =
    planned.sent === undefined ? addDays(issuedOn, 1) : planned.sent === null ? null : addDays(today, planned.sent);
  return {
    customer,
    kind: 'invoice',
    issuedOn,
    sentOn: sentOn === null || sentOn > today ? null : sentOn,
    terms: terms.map((term) => ({
      dueOn: planned.terms ? addDays(today, term.on) : dueOn,
      cents: inCents(term.euros),
    })),
    grossCents: inCents(planned.euros),
    vatCents: vatIn(inCents(planned.euros), customer.language === 'en'),
    label: planned.label ?? LABEL,
  };
};

const receiptOf = (customer: DemoCustomer, planned: PlannedAmount, today: Day): Receipt => ({
  customer,
  on: workedBefore(addDays(today, planned.on)),
  cents: inCents(planned.euros),
});

const settlementOf = (sale: Sale, planned: PlannedInvoice, today: Day): Settlement | null => {
  const receipts = (planned.paid ?? []).map((amount) => receiptOf(sale.customer, amount, today));
  const last = receipts.at(-1);
  return last ? { on: last.on, sales: [sale], receipts } : null;
};

const doubtfulOf = (sale: Sale, planned: PlannedInvoice, today: Day): DoubtfulTransfer | null =>
  planned.doubtful === undefined ? null : { sale, on: workedAfter(addDays(today, planned.doubtful)) };

/** What a plan says, told: `invoices` stand in the plan's order. */
export type ToldStory = Readonly<{ plan: StoryPlan; customer: DemoCustomer; invoices: readonly Sale[]; trade: Trade }>;

/** Tells one story of one customer. */
export function tellStory(plan: StoryPlan, customer: DemoCustomer, today: Day): ToldStory {
  const planned = plan.invoices ?? [];
  const invoices = planned.map((one) => invoiceOf(customer, one, today));
  const credits = (plan.credits ?? []).map((credit) =>
    creditNote(invoices[0]!, workedBefore(addDays(today, credit.on)), inCents(credit.euros)),
  );
  const settlements = planned.flatMap((one, index) => settlementOf(invoices[index]!, one, today) ?? []);
  const loose = (plan.receipts ?? []).map((receipt) => receiptOf(customer, receipt, today));
  const unlettered = (plan.payments ?? []).map((payment) => ({
    ...receiptOf(customer, payment, today),
    sales: payment.invoices.map((place) => invoices[place]!),
  }));
  const trade: Trade = {
    sales: [...invoices, ...credits],
    receipts: [...settlements.flatMap((settlement) => settlement.receipts), ...loose, ...unlettered],
    settlements,
    doubtful: planned.flatMap((one, index) => doubtfulOf(invoices[index]!, one, today) ?? []),
    unlettered,
  };
  return { plan, customer, invoices, trade };
}
