// Desk: what the planner has in hand while it plans one customer. Actions, holds and repairs gather here.
import { type Cents, type Day, subtractCents } from '../kernel/index.ts';
import type { Line } from './checks/group.ts';
import type { Stop } from './checks/holds.ts';
import type { CustomerFacts, ReceivableFacts } from './facts.ts';
import type { Ladder } from './ladder/ladder.ts';
import type { Run } from './ladder/run.ts';
import type { ContactRepair, PlannedAction, PlannedHold, RuleCode, SilenceReason } from './plan.ts';

/** One customer's planning in progress. Only this room writes to it. */
export type Desk = Readonly<{
  run: Run;
  customer: CustomerFacts;
  ladder: Ladder;
  actions: PlannedAction[];
  holds: PlannedHold[];
  repairs: ContactRepair[];
}>;

/** Why a receivable gets nothing: the reason, the rule, and until when. */
export type Block = Readonly<{ reason: SilenceReason; rule: RuleCode; until: Day | null }>;

/** An empty desk for one customer. */
export const openDesk = (run: Run, customer: CustomerFacts): Desk => ({
  run,
  customer,
  ladder: run.ladderOf(customer.scenario),
  actions: [],
  holds: [],
  repairs: [],
});

/** Notes a recorded hold (R8). */
export function holdStopped(desk: Desk, r: ReceivableFacts, stop: Stop): void {
  desk.holds.push({
    customerId: desk.customer.customerId,
    receivableId: r.receivableId,
    invoiceNumber: r.invoiceNumber,
    reason: stop.reason,
    rule: 'R8',
    until: stop.until,
    cents: stop.isWhole ? null : stop.cents,
    note: stop.note,
    author: stop.author,
  });
}

const restOf = (line: Line): Cents | null =>
  subtractCents(line.receivable.openCents, line.chased) === 0 ? null : line.chased;

/** Notes why a line, or what a partial hold leaves of it, gets nothing. */
export function holdLine(desk: Desk, line: Line, block: Block): void {
  desk.holds.push({
    customerId: desk.customer.customerId,
    receivableId: line.receivable.receivableId,
    invoiceNumber: line.receivable.invoiceNumber,
    reason: block.reason,
    rule: block.rule,
    until: block.until,
    cents: restOf(line),
    note: '',
    author: '',
  });
}

/** Notes repairs, one a channel. */
export function askRepairs(desk: Desk, repairs: readonly ContactRepair[]): void {
  for (const repair of repairs) {
    if (!desk.repairs.some((known) => known.channel === repair.channel)) desk.repairs.push(repair);
  }
}
