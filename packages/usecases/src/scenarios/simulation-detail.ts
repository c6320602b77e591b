// Simulation detail: customer by customer what would leave, and what gets nothing over the whole period and why.
import type { CustomerFacts, PlannedHold, SilenceReason, Walk, WalkedAction } from '@quittance/core/dunning';
import type { CustomerId, Day } from '@quittance/core/kernel';

/** One thing done for a customer. */
export type SimulatedAction = Readonly<{
  on: Day;
  step: string;
  channel: string;
  tone: string;
  invoices: number;
  totalCents: number;
  currency: string;
}>;

/** What one customer would get. */
export type SimulatedCustomer = Readonly<{
  customerId: CustomerId;
  customerName: string;
  actions: readonly SimulatedAction[];
}>;

/** A receivable that gets nothing. */
export type HeldExample = Readonly<{
  customerId: CustomerId;
  customerName: string;
  invoiceNumber: string;
  until: Day | null;
}>;

/** Receivables nothing is done about over the whole period, for one reason. */
export type HeldForReason = Readonly<{ reason: SilenceReason; count: number; examples: readonly HeldExample[] }>;

export type SimulationDetail = Readonly<{
  /** The customers with most to pay first, cut to a readable length. */
  lines: readonly SimulatedCustomer[];
  /** How many customers get something. */
  reached: number;
  held: readonly HeldForReason[];
}>;

/** What was gathered so far; only `tallyWalk` writes to it. */
export type Tally = {
  lines: SimulatedCustomer[];
  held: Map<SilenceReason, { count: number; examples: HeldExample[] }>;
};

const MOST_LINES = 200;
const MOST_EXAMPLES = 5;

/** Nothing yet. */
export const openTally = (): Tally => ({ lines: [], held: new Map() });

const actionOf = ({ on, action }: WalkedAction): SimulatedAction => {
  const { step, channel, tone, items, totalCents, currency } = action;
  return { on, step, channel, tone, invoices: items.length, totalCents, currency };
};

function tallyHold(tally: Tally, customer: CustomerFacts, hold: PlannedHold): void {
  const known = tally.held.get(hold.reason) ?? { count: 0, examples: [] };
  known.count += 1;
  if (known.examples.length < MOST_EXAMPLES) {
    const { customerId, invoiceNumber, until } = hold;
    known.examples.push({ customerId, customerName: customer.name, invoiceNumber, until });
  }
  tally.held.set(hold.reason, known);
}

/** Adds one customer's way through the period. */
export function tallyWalk(tally: Tally, customer: CustomerFacts, walk: Walk): void {
  const { customerId, name } = customer;
  if (walk.actions.length > 0)
    tally.lines.push({ customerId, customerName: name, actions: walk.actions.map(actionOf) });
  for (const hold of walk.holds) tallyHold(tally, customer, hold);
}

const weightOf = (line: SimulatedCustomer): number => Math.max(...line.actions.map((action) => action.totalCents));

/** The detail, sorted and cut. */
export const closeTally = (tally: Tally): SimulationDetail => ({
  lines: tally.lines.sort((a, b) => weightOf(b) - weightOf(a)).slice(0, MOST_LINES),
  reached: tally.lines.length,
  held: [...tally.held]
    .map(([reason, { count, examples }]) => ({ reason, count, examples }))
    .sort((a, b) => b.count - a.count),
});
