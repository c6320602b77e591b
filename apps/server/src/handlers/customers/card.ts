// One customer over HTTP: its card, its timeline, its statement, its identity.
import type { CustomerView } from '@quittance/contracts/api';
import { agedBalances, balanceIn, DEFAULT_BUCKETS } from '@quittance/core/ageing';
import { addMonths, cents, ok, refuse } from '@quittance/core/kernel';
import {
  type CustomerCard,
  findCustomer,
  listContactsOf,
  listOwners,
  listTimeline,
  readBehaviour,
  type TimelineRow,
} from '@quittance/db/customers';
import { listHoldsInForce, listOpenCredits } from '@quittance/db/dunning';
import { listTerms } from '@quittance/db/invoices';
import { listOutbox } from '@quittance/db/outbox';
import type { Tx } from '@quittance/db/tx';
import { readOrganization } from '@quittance/usecases/context';
import { changeIdentity, readStatement } from '@quittance/usecases/customers';
import { planDay, scenarioCodeOf } from '@quittance/usecases/reminders';
import type { OrgContext, Service } from '../../services/index.ts';
import { dayAsked, type HandlerDeps, limits, useCaseContext } from '../deps.ts';
import { withPeople } from '../people.ts';
import { receivableView } from '../receivable-view.ts';

const LAST_MESSAGES = 50;
const YEAR = 12;

const addressOf = (card: CustomerCard) =>
  card.addressLine1 === null && card.city === null
    ? null
    : {
        line1: card.addressLine1 ?? '',
        line2: card.addressLine2 ?? '',
        postalCode: card.postalCode ?? '',
        city: card.city ?? '',
        country: card.country,
      };

async function readView(
  tx: Tx,
  context: OrgContext,
  card: CustomerCard,
  on: Parameters<typeof receivableView>[1]['plan']['on'],
): Promise<CustomerView> {
  const { companyId } = context;
  const { customerId } = card;
  const plan = await planDay(tx, { companyId, on, customerIds: [customerId] });
  const { currency, policy } = plan.settings;
  const terms = await listTerms(tx, { customerId });
  const credits = await listOpenCredits(tx, { companyId, on, customerIds: [customerId] });
  const facts = {
    receivables: terms.map((term) => ({
      customerId,
      dueOn: term.dueOn,
      openCents: cents(term.openCents),
      currency: term.currency,
    })),
    credits: credits.map((credit) => ({ customerId, openCents: cents(credit.openCents), currency: credit.currency })),
  };
  const { totals } = balanceIn(agedBalances(facts, on, DEFAULT_BUCKETS), currency, { on, buckets: DEFAULT_BUCKETS });
  const holds = await listHoldsInForce(tx, { companyId, on, customerId, limit: 100, offset: 0 });
  const messages = await listOutbox(tx, { companyId, customerId, limit: LAST_MESSAGES, offset: 0 });
  const behaviour = await readBehaviour(tx, { customerId, from: addMonths(on, -YEAR), to: on });
  const owners = await listOwners(tx);
  const owner = card.ownerEmail?.toLowerCase() ?? null;
  const {
    ownerEmail: _0,
    addressLine1: _1,
    addressLine2: _2,
    postalCode: _3,
    city: _4,
    country: _5,
    email: _6,
    phone: _7,
    ...plain
  } = card;
  return {
    ...plain,
    address: addressOf(card),
    scenario: scenarioCodeOf(card, policy),
    ownScenario: card.scenario,
    owner: owner && { email: owner, name: owners.find(({ email }) => email === owner)?.name ?? owner },
    behaviour,
    currency,
    buckets: Object.entries(totals.cents).map(([bucket, amount]) => ({ bucket, cents: amount })),
    unappliedCents: totals.unappliedCents,
    totalCents: totals.totalCents,
    receivables: terms.map((term) => receivableView(term, plan)),
    credits: credits.map(({ kind, number, on: day, openCents }) => ({ kind, number, on: day, openCents })),
    contacts: await listContactsOf(tx, customerId),
    holds: (await withPeople(tx, 'author', holds.items)).map(({ liftedOn: _, ...hold }) => hold),
    messages: messages.items.map((row) => ({
      actionId: row.actionId,
      on: row.doneOn ?? row.plannedOn,
      channel: row.channel,
      tone: row.tone,
      state: row.state,
      subject: row.subject ?? '',
    })),
  } as unknown as CustomerView;
}

const lineView = ({ refKind, refId, at, ...line }: TimelineRow) => ({
  ...line,
  at: at?.toISOString() ?? null,
  ref: refKind === null || refId === null ? null : { kind: refKind, id: Number(refId) },
});

/** Handlers of one customer. */
export const cardHandlers = (
  deps: HandlerDeps,
): Pick<Service<'customers'>, 'get' | 'statement' | 'timeline' | 'update'> => ({
  get: async (context, { params, query }) => {
    const on = await dayAsked(deps, context, query.on);
    return readOrganization(useCaseContext(deps, context), async (tx) => {
      const card = await findCustomer(tx, context.companyId, params.customerId);
      return card ? ok(await readView(tx, context, card, on)) : refuse({ code: 'not_found' as const });
    });
  },
  statement: async (context, { params, query }) => {
    const { from, to } = query;
    const period = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
    const order = { companyId: context.companyId, customerId: params.customerId, ...period };
    const statement = await readStatement(useCaseContext(deps, context), order);
    if (!statement) return refuse({ code: 'not_found' });
    const { pdf } = await deps.letters.renderStatement(statement);
    const fileName = `releve-${statement.recipient.ref}-${statement.to}.pdf`;
    return ok({ fileName, mediaType: 'application/pdf', content: pdf });
  },
  timeline: async (context, { params, query }) =>
    readOrganization(useCaseContext(deps, context), async (tx) => {
      const { companyId } = context;
      const { customerId } = params;
      if (!(await findCustomer(tx, companyId, customerId))) return refuse({ code: 'not_found' as const });
      const kinds = query.kinds?.split(',').filter(Boolean) ?? [];
      const { items, total } = await listTimeline(tx, { companyId, customerId, kinds, ...limits(query) });
      const lines = (await withPeople(tx, 'author', items)).map(lineView);
      return ok({ items: lines as never, total, page: query.page, size: query.size });
    }),
  update: async (context, { params, body }) => {
    const { ownerEmail, paymentTerms, creditLimitCents, ...rest } = body;
    const fields = {
      ...rest,
      ...(ownerEmail === undefined ? {} : { owner: ownerEmail?.toLowerCase() ?? null }),
      ...(paymentTerms === undefined ? {} : { terms: paymentTerms }),
      ...(creditLimitCents === undefined ? {} : { limit: creditLimitCents }),
    };
    const order = { companyId: context.companyId, customerId: params.customerId, fields: fields as object };
    return changeIdentity(useCaseContext(deps, context), order);
  },
});
