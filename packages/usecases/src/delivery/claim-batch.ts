// Claim a batch: in one transaction, lock what is due, check each again on fresh facts (R13), cancel or put off what may no longer
// leave, and take the rest in hand. What is claimed is rendered and handed over outside the transaction.
import {
  applyActions,
  type CancelReason,
  type CompanyFacts,
  type CustomerFacts,
  type PlannedAction,
  type Recheck,
  recheck,
  recheckByHand,
} from '@quittance/core/dunning';
import type { CompanyId, Day } from '@quittance/core/kernel';
import { isLookOwed } from '@quittance/db/cash';
import { lockCompany } from '@quittance/db/companies';
import { appendEvent } from '@quittance/db/journal';
import type { ActionRow } from '@quittance/db/outbox';
import { cancelActions, claimActions, deferActions, lockDueActions, refreshAction } from '@quittance/db/outbox/write';
import type { Tx } from '@quittance/db/tx';
import { type CompanyMail, findCompanyMail } from '../channels/company-mail.ts';
import { type CompanySettings, getSettings } from '../companies/settings.ts';
import { type Context, inOrganization } from '../context/index.ts';
import { CARD_CONTACT, loadFacts } from '../reminders/load-facts.ts';
import { loadMessageFacts, type MessageFacts } from './message/load-message-facts.ts';
import { BATCH_SIZE, type DeliveryPorts } from './ports.ts';
import { LAST_DEATH } from './recover-claims.ts';
import { nextSendingInstant, sendingInstantOn } from './send-window.ts';

/** Actions in this worker's hands, with all their messages need. */
export type ClaimedBatch = Readonly<{
  settings: CompanySettings;
  actions: readonly ActionRow[];
  facts: MessageFacts;
  /** How its e-mails leave; null where they cannot: none of them is then claimed to really leave. */
  mail: CompanyMail | null;
  cancelled: number;
  deferred: number;
}>;

const writesToContact = (row: ActionRow): boolean =>
  row.channel === 'email' || row.channel === 'sms' || row.channel === 'call';

/** The stored action as the planner knows it: written to the customer's own card where no contact was named. */
function asPlanned(row: ActionRow, customer: CustomerFacts): PlannedAction {
  const receivables = new Map(customer.receivables.map((each) => [each.receivableId, each]));
  return {
    ...row,
    contactId: row.contactId === null && writesToContact(row) ? CARD_CONTACT : row.contactId,
    items: row.items.map((item) => {
      const known = receivables.get(item.receivableId);
      return { ...item, invoiceNumber: known?.invoiceNumber ?? '', dueOn: known?.dueOn ?? row.plannedOn };
    }),
  };
}

type Verdict =
  | Extract<Recheck, { go: true }>
  | Readonly<{
      go: false;
      reason: CancelReason | 'scenario_missing' | 'facts_broken';
      receivableIds: readonly number[];
      retryOn: Day | null;
    }>;

const stopped = (row: ActionRow, reason: (Verdict & { go: false })['reason']): Verdict => ({
  go: false,
  reason,
  receivableIds: row.items.map((item) => item.receivableId),
  retryOn: null,
});

const OF_THE_ADDRESS: ReadonlySet<string> = new Set(['contact_changed', 'no_contact']);

/** Where a person typed the address, nothing the planner says of addresses stops the message; all else still does. */
const readdressed = (row: ActionRow, verdict: Recheck, customer: CustomerFacts): Recheck =>
  row.toAddress !== null && !verdict.go && OF_THE_ADDRESS.has(verdict.reason)
    ? { go: true, action: asPlanned(row, customer) }
    : verdict;

/** One customer's actions, the oldest first: what leaves is a contact for those after it. Broken facts stop this customer's alone. */
function recheckInTurn(
  on: Day,
  company: CompanyFacts,
  of: Readonly<{ customer: CustomerFacts; rows: readonly ActionRow[] }>,
): Map<ActionRow, Verdict> {
  const verdicts = new Map<ActionRow, Verdict>();
  let { customer } = of;
  for (const row of of.rows) {
    try {
      const action = asPlanned(row, customer);
      const said = row.rank === 0 ? recheckByHand(on, customer, action) : recheck(on, company, { customer, action });
      const verdict = readdressed(row, said, customer);
      if (verdict.go) customer = applyActions(on, customer, [verdict.action]);
      verdicts.set(row, verdict);
    } catch {
      verdicts.set(row, stopped(row, 'facts_broken'));
    }
  }
  return verdicts;
}

type Moment = Readonly<{ settings: CompanySettings; on: Day; now: Date }>;

/** What the planner says today of each action, all customers read at once. */
async function recheckAll(
  tx: Tx,
  rows: readonly ActionRow[],
  { settings, on }: Moment,
): Promise<Map<ActionRow, Verdict>> {
  const facts = await loadFacts(tx, settings, {
    on,
    customerIds: [...new Set(rows.map((row) => row.customerId))],
    except: rows.map((row) => row.actionId),
  });
  const customers = new Map(facts.customers.map((customer) => [customer.customerId, customer]));
  const lost = new Set(facts.failures.map((failure) => failure.customerId));
  const verdicts = new Map<ActionRow, Verdict>();
  for (const row of rows) {
    const customer = customers.get(row.customerId);
    if (verdicts.has(row)) continue;
    if (customer) {
      const own = rows.filter((each) => each.customerId === row.customerId);
      for (const [each, verdict] of recheckInTurn(on, facts.company, { customer, rows: own }))
        verdicts.set(each, verdict);
    } else verdicts.set(row, stopped(row, lost.has(row.customerId) ? 'scenario_missing' : 'invoice_settled'));
  }
  return verdicts;
}

async function cancel(
  tx: Tx,
  row: ActionRow,
  why: Readonly<{ reason: string; on: Day; receivableIds: readonly number[] }>,
): Promise<void> {
  await cancelActions(tx, [row.actionId], {
    reason: why.reason,
    facts: { on: why.on, receivableIds: why.receivableIds },
  });
  await appendEvent(tx, {
    kind: 'action.cancelled',
    subject: 'action',
    subjectId: row.actionId,
    payload: { on: why.on, reason: why.reason, receivableIds: why.receivableIds },
  });
}

/** Put off means later than now, whatever day the wait ends: else the same one would be claimed again at once. */
const laterOf = (at: Date, now: Date): Date => (at > now ? at : new Date(now.getTime() + A_MOMENT_MS));
const A_MOMENT_MS = 60_000;

const sameStanding = (row: ActionRow, now: PlannedAction): boolean =>
  row.deadlineOn === now.deadlineOn &&
  now.items.every((item) => {
    const stored = row.items.find((each) => each.receivableId === item.receivableId);
    return stored?.advances === item.advances && stored.toRank === item.toRank;
  });

async function sortOut(tx: Tx, rows: readonly ActionRow[], moment: Moment) {
  const going: ActionRow[] = [];
  let cancelled = 0;
  let deferred = 0;
  for (const [row, verdict] of await recheckAll(tx, rows, moment)) {
    if (verdict.go) {
      const { deadlineOn, items } = verdict.action;
      if (!sameStanding(row, verdict.action)) await refreshAction(tx, { actionId: row.actionId, deadlineOn, items });
      going.push({ ...row, deadlineOn });
    } else if (verdict.retryOn !== null) {
      const at = laterOf(sendingInstantOn(moment.settings, verdict.retryOn), moment.now);
      deferred += await deferActions(tx, [row.actionId], { at, reason: verdict.reason });
    } else {
      await cancel(tx, row, { reason: verdict.reason, on: moment.on, receivableIds: verdict.receivableIds });
      cancelled += 1;
    }
  }
  return { going, cancelled, deferred };
}

/** What two workers died of goes alone, so that it takes no others with it (situation 29). */
function aloneIfDeadly(rows: readonly ActionRow[]): readonly ActionRow[] {
  const deadly = rows.find((row) => row.deaths >= LAST_DEATH - 1);
  return deadly ? [deadly] : rows;
}

/** Claims up to a batch of due actions of a company; null when nothing is due, or may leave now, or money that came is not looked at. */
export const claimBatch = (
  context: Context,
  ports: Pick<DeliveryPorts, 'worker' | 'mail' | 'accounts'>,
  scope: Readonly<{ companyId: CompanyId; on: Day }>,
): Promise<ClaimedBatch | null> =>
  inOrganization(context, async (tx) => {
    await lockCompany(tx, scope.companyId); // two messages to one customer are judged one after the other, whoever claims them
    const settings = await getSettings(tx, scope.companyId);
    const now = context.clock.now();
    if (nextSendingInstant(settings, now) > now) return null; // whatever it was put off to, nothing leaves outside the window
    if (await isLookOwed(tx, scope)) return null; // money came meanwhile: the next round looks whose it is, then goes on
    const mail = await findCompanyMail(tx, ports, { orgId: context.orgId, settings });
    const locked = await lockDueActions(tx, {
      companyId: scope.companyId,
      at: now,
      limit: BATCH_SIZE,
      withoutLive: nextSendingInstant({ ...settings, testMode: false }, now) > now,
      withoutLiveEmail: mail === null,
    });
    const rows = aloneIfDeadly(locked);
    if (rows.length === 0) return null;
    const { going, cancelled, deferred } = await sortOut(tx, rows, { settings, on: scope.on, now });
    for (const test of [true, false]) {
      const ids = going.filter((row) => row.test === test).map((row) => row.actionId);
      if (ids.length > 0) await claimActions(tx, ids, { worker: ports.worker, test });
    }
    const facts = await loadMessageFacts(tx, settings, { on: scope.on, subjects: going });
    return { settings, actions: going, facts, mail, cancelled, deferred };
  });
