// Plan views: actions and holds of a day as the screen shows them, narrowed, sorted and summed.
import { actionKey } from '@quittance/contracts/api';
import type { PlannedAction, PlannedHold } from '@quittance/core/dunning';
import { type Cents, daysBetween, sumCents } from '@quittance/core/kernel';
import type { HoldRow } from '@quittance/db/dunning';
import type { ActionRow } from '@quittance/db/outbox';
import { keyOf, type PlanForScreen } from '@quittance/usecases/reminders';

/** Stands in a filter for customers nobody owns, or in no segment. */
const NONE = 'none';

const customerOf = (plan: PlanForScreen, customerId: PlannedAction['customerId']) => {
  const customer = plan.customers.get(customerId)!;
  return { customerId, customerRef: customer.ref, customerName: customer.name };
};

const contactText = (plan: PlanForScreen, action: PlannedAction): string => {
  const contact = plan.customers.get(action.customerId)!.contacts.find((each) => each.contactId === action.contactId);
  if (!contact) return '';
  const address = action.channel === 'email' ? contact.email : contact.phone;
  return address ? `${contact.name} <${address}>` : contact.name;
};

/** Where the action stands on its ladder, and the step done before it for the receivables that brought it. */
function placeOf(plan: PlanForScreen, action: PlannedAction) {
  const { scenario, receivables } = plan.customers.get(action.customerId)!;
  const ranks = [...new Set(scenario.steps.map((step) => step.rank))].sort((a, b) => a - b);
  const placeOfRank = (rank: number): number => ranks.filter((each) => each <= rank).length;
  const advancing = new Set(action.items.filter((item) => item.advances).map((item) => item.receivableId));
  const [before] = receivables
    .filter((each) => advancing.has(each.receivableId) && each.level > 0 && each.level < action.rank)
    .sort((a, b) => b.level - a.level);
  return {
    level: placeOfRank(action.rank),
    levels: ranks.length,
    previousLevel: before ? placeOfRank(before.level) : null,
    previousOn: before?.levelOn ?? null,
  };
}

/** One action. */
export function actionView(plan: PlanForScreen, action: PlannedAction, recordedByKey: ReadonlyMap<string, ActionRow>) {
  const recorded = recordedByKey.get(keyOf(action));
  const { scenario, step, rank, tone, language, channel, rule, needsApproval, totalCents, currency, deadlineOn } =
    action;
  const tags = plan.tags.get(action.customerId);
  return {
    actionKey: actionKey(action),
    actionId: recorded?.actionId ?? null,
    state: recorded?.state ?? ('proposed' as const),
    ...customerOf(plan, action.customerId),
    ...{ scenario, step, rank, tone, language, channel, rule, needsApproval, totalCents, currency, deadlineOn },
    ...placeOf(plan, action),
    segment: tags?.segment ?? null,
    owner: tags?.ownerEmail ?? null,
    edited: (recorded?.edited ?? null) !== null,
    contact: contactText(plan, action),
    items: action.items.map((item) => ({
      receivableId: item.receivableId,
      invoiceNumber: item.invoiceNumber,
      dueOn: item.dueOn,
      daysLate: Math.max(0, daysBetween(item.dueOn, plan.plan.on)),
      cents: item.cents,
      advances: item.advances,
    })),
    credits: action.credits.map((credit) => ({ number: credit.number, cents: credit.openCents })),
  };
}

/** An action as the screen shows it. */
export type ActionView = ReturnType<typeof actionView>;

/** What is recorded of this plan, by key; one approved on an earlier day is another message. */
export const recordedOf = (plan: PlanForScreen): Map<string, ActionRow> =>
  new Map(
    plan.recorded
      .filter((row) => row.plannedOn === plan.plan.on || row.state === 'planned')
      .map((row) => [keyOf(row), row]),
  );

const sameHold = (hold: PlannedHold, row: HoldRow): boolean =>
  row.reason === hold.reason &&
  row.untilOn === hold.until &&
  row.note === hold.note &&
  (row.receivableId === null || row.receivableId === hold.receivableId);

/** Every receivable that gets nothing, with the recorded hold behind it where there is one. */
export function holdViews(plan: PlanForScreen) {
  const rows = new Map<number, HoldRow[]>();
  for (const row of plan.heldBy) rows.set(row.customerId, [...(rows.get(row.customerId) ?? []), row]);
  return plan.plan.holds.map((hold) => {
    const receivable = plan.customers
      .get(hold.customerId)!
      .receivables.find((each) => each.receivableId === hold.receivableId)!;
    const row = hold.author === '' ? undefined : rows.get(hold.customerId)?.find((each) => sameHold(hold, each));
    return {
      ...customerOf(plan, hold.customerId),
      receivableId: hold.receivableId,
      invoiceNumber: hold.invoiceNumber,
      dueOn: receivable.dueOn,
      openCents: receivable.openCents,
      currency: receivable.currency,
      reason: hold.reason,
      rule: hold.rule,
      until: hold.until,
      cents: hold.cents,
      note: hold.note,
      holdId: row?.holdId ?? null,
      since: row?.fromOn ?? null,
      author: hold.author,
    };
  });
}

type Summed = Readonly<{ customerId: number; cents: Cents }>;
const figures = (rows: readonly Summed[]) => ({
  count: rows.length,
  customers: new Set(rows.map((row) => row.customerId)).size,
  cents: sumCents(rows.map((row) => row.cents)),
});

const grouped = <K extends string | null>(rows: readonly (Summed & { key: K })[]): { key: K; rows: Summed[] }[] => {
  const groups = new Map<K, Summed[]>();
  for (const row of rows) {
    const group = groups.get(row.key);
    if (group) group.push(row);
    else groups.set(row.key, [row]);
  }
  return [...groups].map(([key, of]) => ({ key, rows: of }));
};

/** The plan in figures; amounts of the company's own currency. */
export function summaryOf(plan: PlanForScreen, leavesAt: Date) {
  const { settings } = plan;
  const own = plan.plan.actions.filter((action) => action.currency === settings.currency);
  const by = <K extends string | null>(keyFor: (action: PlannedAction) => K) =>
    grouped(
      own.map((action) => ({ customerId: action.customerId, cents: action.totalCents, key: keyFor(action) })),
    ).map(({ key, rows }) => ({ key, ...figures(rows) }));
  const holds = holdViews(plan)
    .filter((hold) => hold.currency === settings.currency)
    .map((hold) => ({ customerId: hold.customerId, cents: hold.cents ?? hold.openCents, key: hold.reason }));
  return {
    on: plan.plan.on,
    currency: settings.currency,
    testMode: settings.testMode,
    actions: figures(own.map((action) => ({ customerId: action.customerId, cents: action.totalCents }))),
    awaitingApproval: plan.plan.actions.filter((action) => action.needsApproval).length,
    byChannel: by((action) => action.channel).map(({ key, ...rest }) => ({ channel: key, ...rest })),
    byTone: by((action) => action.tone).map(({ key, ...rest }) => ({ tone: key, ...rest })),
    byOwner: by((action) => plan.tags.get(action.customerId)?.ownerEmail ?? null).map(({ key, ...rest }) => ({
      owner: key,
      ...rest,
    })),
    bySegment: by((action) => plan.tags.get(action.customerId)?.segment ?? null).map(({ key, ...rest }) => ({
      segment: key,
      ...rest,
    })),
    leavesAt: leavesAt.toISOString(),
    holds: figures(holds),
    byReason: grouped(holds).map(({ key, rows }) => ({ reason: key, ...figures(rows) })),
    repairs: plan.plan.repairs.map((repair) => ({
      ...customerOf(plan, repair.customerId),
      channel: repair.channel,
      reason: repair.reason,
    })),
    failures: plan.failures.map(({ customerId, customerRef, customerName, code }) => ({
      customerId: customerId as PlannedAction['customerId'],
      customerRef,
      customerName,
      code,
    })),
  };
}

const plainText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

/** Whether one of the texts holds the search, case and accents aside. */
export const matches = (search: string | undefined, ...texts: string[]): boolean =>
  !search || texts.some((text) => plainText(text).includes(plainText(search)));

/** Filters of the list; absent ones let everything through. */
export type ActionFilter = Readonly<{
  search?: string | undefined;
  channel?: string | undefined;
  tone?: string | undefined;
  needsApproval?: boolean | undefined;
  owner?: string | undefined;
  segment?: string | undefined;
}>;

const isTag = (asked: string | undefined, tag: string | null): boolean =>
  asked === undefined || (asked === NONE ? tag === null : tag?.toLowerCase() === asked.toLowerCase());

const passes = (row: ActionView, filter: ActionFilter): boolean =>
  (!filter.channel || row.channel === filter.channel) &&
  (!filter.tone || row.tone === filter.tone) &&
  (filter.needsApproval === undefined || row.needsApproval === filter.needsApproval) &&
  isTag(filter.owner, row.owner) &&
  isTag(filter.segment, row.segment) &&
  matches(filter.search, row.customerName, row.customerRef, ...row.items.map((item) => item.invoiceNumber));

/** The actions of a plan that filters let through. */
export function actionsOf(plan: PlanForScreen, filter: ActionFilter): ActionView[] {
  const recorded = recordedOf(plan);
  return plan.plan.actions.map((action) => actionView(plan, action, recorded)).filter((row) => passes(row, filter));
}

const sorters: Record<string, (a: ActionView, b: ActionView) => number> = {
  rank: (a, b) => a.rank - b.rank || a.totalCents - b.totalCents,
  customer: (a, b) => a.customerName.localeCompare(b.customerName, 'fr'),
  total: (a, b) => a.totalCents - b.totalCents,
};

/** In place, by a key of `sorters`, descending with a leading `-`; always in a total order. */
export function sorted(rows: ActionView[], sort: string): ActionView[] {
  const by = sorters[sort.replace(/^-/, '')]!;
  const sign = sort.startsWith('-') ? -1 : 1;
  return rows.sort((a, b) => sign * by(a, b) || a.customerId - b.customerId || a.rank - b.rank);
}

/** Sums of a list, by currency. */
export const totalsOf = (rows: readonly ActionView[]) =>
  grouped(rows.map((row) => ({ customerId: row.customerId, cents: row.totalCents, key: row.currency }))).map(
    ({ key, rows: of }) => ({ currency: key, cents: figures(of).cents, customers: figures(of).customers }),
  );
