// Plan customer: everything the planner decides about one customer on one day. The whole of the reminder rules meets here.
import type { Currency, Day } from '../kernel/index.ts';
import { byDueDate, type CurrencyLines, type Line, readLine, sortLines } from './checks/group.ts';
import { activeHolds, stopFor } from './checks/holds.ts';
import { gapLimit } from './checks/spacing.ts';
import { type Desk, holdLine, holdStopped, openDesk } from './desk.ts';
import type { CompanyFacts, CustomerFacts, ReceivableFacts } from './facts.ts';
import { type Run, startRun } from './ladder/run.ts';
import type { CustomerPlan, PlannedHold } from './plan.ts';
import { planNotices } from './plan-notices.ts';
import { holdWaiting, planOverdue } from './plan-overdue.ts';

/** Notes what is held, and returns what is left to chase by currency, in currency order. */
function readCurrencies(desk: Desk, receivables: readonly ReceivableFacts[]): readonly CurrencyLines[] {
  const holds = activeHolds(desk.run, desk.customer);
  const byCurrency = new Map<Currency, Line[]>();
  for (const r of receivables) {
    const stop = stopFor(holds, r);
    if (stop) holdStopped(desk, r, stop);
    if (stop?.isWhole) continue;
    const line = readLine(desk.run, desk.ladder, r, stop);
    const known = byCurrency.get(r.currency);
    if (known) known.push(line);
    else byCurrency.set(r.currency, [line]);
  }
  const currencies = [...byCurrency.keys()].sort();
  return currencies.map((currency) => sortLines(currency, byCurrency.get(currency) ?? []));
}

/** Nothing leaves on a day that is not worked; what was due waits for the next worked day (R11). */
function holdQuietDay(desk: Desk, lines: CurrencyLines): void {
  const until = desk.run.days.worked(desk.run.on);
  for (const due of [lines.messages, lines.notices, lines.tasks]) {
    for (const line of due) holdLine(desk, line, { reason: 'quiet_day', rule: 'R11', until });
  }
  holdWaiting(desk, lines.waiting);
  for (const line of lines.done) holdLine(desk, line, { reason: 'ladder_done', rule: 'R3', until: null });
}

function planWorkedDay(desk: Desk, currencies: readonly CurrencyLines[]): void {
  const gap = gapLimit(desk.run, desk.customer);
  const left = currencies.map((lines) => planOverdue(desk, lines, gap));
  const isDropped = desk.actions.some((action) => action.channel !== 'task');
  for (const lines of left) planNotices(desk, lines, { gap, isDropped });
}

/** Holds in the order of the receivables; of one held twice the recorded part comes first. */
function inOrder(holds: PlannedHold[], receivables: readonly ReceivableFacts[]): readonly PlannedHold[] {
  if (holds.length < 2) return holds;
  const place = new Map(receivables.map((r, index) => [r.receivableId, index]));
  return holds.sort((a, b) => (place.get(a.receivableId) ?? 0) - (place.get(b.receivableId) ?? 0));
}

/** Plans one customer within a run. */
export function planWithin(run: Run, customer: CustomerFacts): CustomerPlan {
  const desk = openDesk(run, customer);
  const receivables = [...customer.receivables].sort(byDueDate);
  const currencies = readCurrencies(desk, receivables);
  if (run.isWorked) planWorkedDay(desk, currencies);
  else for (const lines of currencies) holdQuietDay(desk, lines);
  return { actions: desk.actions, holds: inOrder(desk.holds, receivables), repairs: desk.repairs };
}

/**
 * What is to be done for one customer on a day, and why nothing is done about the rest. Every open cent is accounted for once, in
 * an action's item or in a hold. Throws only on facts that break their types.
 */
export const planCustomer = (on: Day, company: CompanyFacts, customer: CustomerFacts): CustomerPlan =>
  planWithin(startRun(on, company), customer);

/** The customer's level: the highest of its receivables still open (R3). */
export const customerLevel = (customer: CustomerFacts): number =>
  customer.receivables.reduce((highest, r) => (r.openCents > 0 && r.level > highest ? r.level : highest), 0);
