// Apply plan: the facts as they stand once planned actions are done. What the database records one by one, in memory.
import type { CustomerId, Day, ReceivableId } from '../../kernel/index.ts';
import type { CustomerFacts, PastContact } from '../facts.ts';
import type { PlannedAction } from '../plan.ts';

const contactOf = (on: Day, action: PlannedAction): PastContact => ({
  on,
  channel: action.channel,
  tone: action.tone,
  receivableIds: action.items.map((item) => item.receivableId),
});

/**
 * The customer after actions done on a day: what advanced has its new level, messages and calls are contacts. A call or a
 * decision counts as done when handed over; a task is no contact.
 */
export function applyActions(on: Day, customer: CustomerFacts, actions: readonly PlannedAction[]): CustomerFacts {
  const reached = new Map<ReceivableId, number>();
  for (const item of actions.flatMap((action) => action.items)) {
    if (item.advances) reached.set(item.receivableId, item.toRank);
  }
  const contacts = actions.filter((action) => action.channel !== 'task').map((action) => contactOf(on, action));
  return {
    ...customer,
    receivables: customer.receivables.map((r) => {
      const level = reached.get(r.receivableId);
      return level === undefined ? r : { ...r, level, levelOn: on };
    }),
    pastContacts: [...customer.pastContacts, ...contacts],
  };
}

/** All customers after the actions of a day. Customers without an action are returned as they are. */
export function applyPlan(
  on: Day,
  customers: readonly CustomerFacts[],
  actions: readonly PlannedAction[],
): readonly CustomerFacts[] {
  const byCustomer = new Map<CustomerId, PlannedAction[]>();
  for (const action of actions) {
    const known = byCustomer.get(action.customerId);
    if (known) known.push(action);
    else byCustomer.set(action.customerId, [action]);
  }
  return customers.map((customer) => {
    const own = byCustomer.get(customer.customerId);
    return own ? applyActions(on, customer, own) : customer;
  });
}
