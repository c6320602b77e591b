// Reminders over HTTP: today's plan, both halves of it, previews, and what people decide about it.
import { actionKey } from '@quittance/contracts/api';
import type { PlannedAction } from '@quittance/core/dunning';
import { type Cents, type Day, daysBetween, ok, refuse, sumCents } from '@quittance/core/kernel';
import type { ActionRow } from '@quittance/db/outbox';
import type { DeliveryPorts } from '@quittance/usecases/delivery';
import {
  approveReminders,
  keyOf,
  type PlanForScreen,
  PlanShelf,
  postponeReminders,
  previewAction,
  runReminders,
  skipReminders,
} from '@quittance/usecases/reminders';
import type { Service } from '../services/index.ts';
import { dayAsked, type HandlerDeps, pageOfList, planDayAsked, useCaseContext } from './deps.ts';
import { messagePreviewOf } from './message-preview.ts';

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

function actionView(plan: PlanForScreen, action: PlannedAction) {
  const isOfThisPlan = (row: ActionRow) => row.plannedOn === plan.plan.on || row.state === 'planned';
  const recorded = plan.recorded.find((row) => keyOf(row) === keyOf(action) && isOfThisPlan(row));
  const { scenario, step, rank, tone, language, channel, rule, needsApproval, totalCents, currency, deadlineOn } =
    action;
  return {
    actionKey: actionKey(action),
    actionId: recorded?.actionId ?? null,
    state: recorded?.state ?? ('proposed' as const),
    ...customerOf(plan, action.customerId),
    ...{ scenario, step, rank, tone, language, channel, rule, needsApproval, totalCents, currency, deadlineOn },
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

type ActionView = ReturnType<typeof actionView>;

function holdViews(plan: PlanForScreen) {
  return plan.plan.holds.map((hold) => {
    const receivable = plan.customers
      .get(hold.customerId)!
      .receivables.find((each) => each.receivableId === hold.receivableId)!;
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
    };
  });
}

type Summed = Readonly<{ customerId: number; cents: Cents }>;
const figures = (rows: readonly Summed[]) => ({
  count: rows.length,
  customers: new Set(rows.map((row) => row.customerId)).size,
  cents: sumCents(rows.map((row) => row.cents)),
});

const grouped = <K extends string>(rows: readonly (Summed & { key: K })[]): { key: K; rows: Summed[] }[] => {
  const groups = new Map<K, Summed[]>();
  for (const row of rows) groups.set(row.key, [...(groups.get(row.key) ?? []), row]);
  return [...groups].map(([key, of]) => ({ key, rows: of }));
};

function summaryOf(plan: PlanForScreen) {
  const { settings } = plan;
  const own = plan.plan.actions.filter((action) => action.currency === settings.currency);
  const actions = own.map((action) => ({
    customerId: action.customerId,
    cents: action.totalCents,
    key: action.channel,
  }));
  const holds = holdViews(plan)
    .filter((hold) => hold.currency === settings.currency)
    .map((hold) => ({ customerId: hold.customerId, cents: hold.cents ?? hold.openCents, key: hold.reason }));
  return {
    on: plan.plan.on,
    currency: settings.currency,
    testMode: settings.testMode,
    actions: figures(actions),
    awaitingApproval: plan.plan.actions.filter((action) => action.needsApproval).length,
    byChannel: grouped(actions).map(({ key, rows }) => ({ channel: key, ...figures(rows) })),
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

const matches = (search: string | undefined, ...texts: string[]): boolean =>
  !search || texts.some((text) => plainText(text).includes(plainText(search)));

const sorters: Record<string, (a: ActionView, b: ActionView) => number> = {
  rank: (a, b) => a.rank - b.rank || a.totalCents - b.totalCents,
  customer: (a, b) => a.customerName.localeCompare(b.customerName, 'fr'),
  total: (a, b) => a.totalCents - b.totalCents,
};

function sorted(rows: ActionView[], sort: string): ActionView[] {
  const by = sorters[sort.replace(/^-/, '')]!;
  const sign = sort.startsWith('-') ? -1 : 1;
  return rows.sort((a, b) => sign * by(a, b) || a.customerId - b.customerId || a.rank - b.rank);
}

/** The reminders service. */
export function remindersService(deps: HandlerDeps, delivery: () => DeliveryPorts): Service<'reminders'> {
  const shelf = new PlanShelf();
  const read = async (context: Parameters<Service<'reminders'>['plan']>[0], on: Day | undefined) =>
    shelf.read(useCaseContext(deps, context), {
      companyId: context.companyId,
      on: await planDayAsked(deps, context, on),
    });
  return {
    plan: async (context, { query }) => ok(summaryOf(await read(context, query.on))),
    actions: async (context, { query }) => {
      const plan = await read(context, query.on);
      const rows = plan.plan.actions
        .map((action) => actionView(plan, action))
        .filter((row) =>
          matches(query.search, row.customerName, row.customerRef, ...row.items.map((item) => item.invoiceNumber)),
        )
        .filter((row) => !query.channel || row.channel === query.channel)
        .filter((row) => !query.tone || row.tone === query.tone)
        .filter((row) => query.needsApproval === undefined || row.needsApproval === query.needsApproval);
      return ok({ on: plan.plan.on, ...pageOfList(sorted(rows, query.sort), query) });
    },
    holds: async (context, { query }) => {
      const plan = await read(context, query.on);
      const rows = holdViews(plan)
        .filter((row) => matches(query.search, row.customerName, row.customerRef, row.invoiceNumber))
        .filter((row) => !query.reason || row.reason === query.reason)
        .filter((row) => query.customerId === undefined || row.customerId === query.customerId);
      return ok({ on: plan.plan.on, ...pageOfList(rows, query) });
    },
    preview: async (context, { params, query }) => {
      const on = await planDayAsked(deps, context, query.on);
      const asked = { companyId: context.companyId, on, key: params.actionKey };
      const preview = await previewAction(useCaseContext(deps, context), deps.renderer, asked);
      if (preview.ok) return ok(messagePreviewOf(preview.value));
      return refuse(
        preview.refusal.code === 'action_unknown'
          ? { code: 'action_unknown' }
          : { code: 'template_broken', facts: { ...preview.refusal.refusal } },
      );
    },
    approve: async (context, { body }) => {
      const outcome = await approveReminders(useCaseContext(deps, context), {
        companyId: context.companyId,
        on: body.on,
        keys: body.actionKeys,
      });
      deps.wake();
      return ok({ ...outcome, refused: [...outcome.refused] });
    },
    skip: async (context, { body }) => {
      const chosen = { companyId: context.companyId, on: body.on, keys: body.actionKeys, note: body.note };
      const outcome = await skipReminders(useCaseContext(deps, context), chosen);
      return ok({ ...outcome, refused: [...outcome.refused] });
    },
    postpone: async (context, { body }) => {
      if (body.until <= body.on) return refuse({ code: 'postpone_in_past' });
      const chosen = {
        companyId: context.companyId,
        on: body.on,
        keys: body.actionKeys,
        until: body.until,
        note: body.note,
      };
      const outcome = await postponeReminders(useCaseContext(deps, context), chosen);
      return ok({ ...outcome, refused: [...outcome.refused] });
    },
    run: async (context, { body }) => {
      const on = await dayAsked(deps, context, body.on);
      return ok(
        await runReminders(useCaseContext(deps, context), delivery(), {
          companyId: context.companyId,
          on,
          approve: body.approve,
        }),
      );
    },
  };
}
