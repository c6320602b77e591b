// The document of a plan: the stable shape of `reminders plan --json`.
import type { PlannedAction, PlannedHold } from '@quittance/core/dunning';
import type { DayPlan } from '@quittance/usecases/reminders';

/** Who is written to: "Name <address>", a number for calls, the customer's name for post and tasks. */
function contactOf(action: PlannedAction, day: DayPlan): string | null {
  const customer = day.customers.get(action.customerId);
  const contact = customer?.contacts.find((each) => each.contactId === action.contactId);
  if (!contact) return customer?.name ?? null;
  const address = action.channel === 'email' ? contact.email : contact.phone;
  if (!address) return contact.name;
  return contact.name ? `${contact.name} <${address}>` : address;
}

function actionOf(action: PlannedAction, day: DayPlan) {
  const customer = day.customers.get(action.customerId);
  const { channel, scenario, step, tone, language, totalCents, currency, needsApproval, rule, deadlineOn } = action;
  return {
    customer: customer?.ref ?? '',
    customerName: customer?.name ?? '',
    ...{ channel, scenario, step, tone, language },
    invoices: [...new Set(action.items.map((item) => item.invoiceNumber))],
    credits: action.credits.map((credit) => credit.number),
    ...{ totalCents, currency, needsApproval, rule, deadlineOn },
    contact: contactOf(action, day),
  };
}

function holdOf(hold: PlannedHold, day: DayPlan) {
  const customer = day.customers.get(hold.customerId)?.ref ?? '';
  const { invoiceNumber: invoice, reason, rule, until, cents, note } = hold;
  return { customer, invoice, reason, rule, until, cents, note };
}

/** The document of a plan. */
export const planDocument = (day: DayPlan) => ({
  on: day.plan.on,
  actions: day.plan.actions.map((action) => actionOf(action, day)),
  holds: day.plan.holds.map((hold) => holdOf(hold, day)),
  failures: day.failures.map(({ customerRef: customer, code }) => ({ customer, code })),
});

/** Its shape. */
export type PlanDocument = ReturnType<typeof planDocument>;
