// Claim a batch: in one transaction, lock what is due, check each again on fresh facts (R13), cancel or put off what may no longer
// leave, and take the rest in hand. What is claimed is rendered and handed over outside the transaction.
import { type CustomerFacts, type PlannedAction, type Recheck, recheck } from '@quittance/core/dunning';
import type { CompanyId, Day } from '@quittance/core/kernel';
import { appendEvent } from '@quittance/db/journal';
import type { ActionRow } from '@quittance/db/outbox';
import { cancelActions, claimActions, deferActions, lockDueActions } from '@quittance/db/outbox/write';
import type { Tx } from '@quittance/db/tx';
import { type CompanySettings, getSettings } from '../companies/settings.ts';
import { type Context, inOrganization } from '../context/index.ts';
import { CARD_CONTACT, loadFacts } from '../reminders/load-facts.ts';
import { loadMessageFacts, type MessageFacts } from './load-message-facts.ts';
import { BATCH_SIZE, type DeliveryPorts } from './ports.ts';
import { sendingInstantOn } from './send-window.ts';

/** Actions in this worker's hands, with all their messages need. */
export type ClaimedBatch = Readonly<{
  settings: CompanySettings;
  actions: readonly ActionRow[];
  facts: MessageFacts;
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

type Moment = Readonly<{ settings: CompanySettings; on: Day }>;

/** What the planner says today of each action, all customers read at once. */
async function recheckAll(
  tx: Tx,
  rows: readonly ActionRow[],
  { settings, on }: Moment,
): Promise<Map<ActionRow, Recheck>> {
  const facts = await loadFacts(tx, settings, {
    on,
    customerIds: [...new Set(rows.map((row) => row.customerId))],
    except: rows.map((row) => row.actionId),
  });
  const customers = new Map(facts.customers.map((customer) => [customer.customerId, customer]));
  const settled: Recheck = { go: false, reason: 'invoice_settled', receivableIds: [], retryOn: null };
  return new Map(
    rows.map((row) => {
      const customer = customers.get(row.customerId);
      return [row, customer ? recheck(on, facts.company, { customer, action: asPlanned(row, customer) }) : settled];
    }),
  );
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

async function sortOut(tx: Tx, rows: readonly ActionRow[], moment: Moment) {
  const going: ActionRow[] = [];
  let cancelled = 0;
  let deferred = 0;
  for (const [row, verdict] of await recheckAll(tx, rows, moment)) {
    if (verdict.go) going.push({ ...row, deadlineOn: verdict.action.deadlineOn });
    else if (verdict.retryOn !== null) {
      const at = sendingInstantOn(moment.settings, verdict.retryOn);
      deferred += await deferActions(tx, [row.actionId], { at, reason: verdict.reason });
    } else {
      await cancel(tx, row, { reason: verdict.reason, on: moment.on, receivableIds: verdict.receivableIds });
      cancelled += 1;
    }
  }
  return { going, cancelled, deferred };
}

/** Claims up to a batch of due actions of a company; null when nothing is due. */
export const claimBatch = (
  context: Context,
  ports: Pick<DeliveryPorts, 'worker' | 'mail'>,
  scope: Readonly<{ companyId: CompanyId; on: Day }>,
): Promise<ClaimedBatch | null> =>
  inOrganization(context, async (tx) => {
    const settings = await getSettings(tx, scope.companyId);
    const rows = await lockDueActions(tx, {
      companyId: scope.companyId,
      at: context.clock.now(),
      limit: BATCH_SIZE,
      withoutEmail: !settings.testMode && ports.mail === null,
    });
    if (rows.length === 0) return null;
    const { going, cancelled, deferred } = await sortOut(tx, rows, { settings, on: scope.on });
    const ids = going.map((row) => row.actionId);
    await claimActions(tx, ids, { worker: ports.worker, test: settings.testMode });
    const facts = await loadMessageFacts(tx, settings, { on: scope.on, subjects: going });
    return { settings, actions: going, facts, cancelled, deferred };
  });
