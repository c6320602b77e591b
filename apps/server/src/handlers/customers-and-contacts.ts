// Customers and contacts over HTTP.
import type { CustomerView } from '@quittance/contracts/api';
import { agedBalances, balanceIn, DEFAULT_BUCKETS } from '@quittance/core/ageing';
import { cents, ok, refuse } from '@quittance/core/kernel';
import type { Contact } from '@quittance/core/parties';
import { type CustomerCard, findCustomer, listContactsOf, listCustomers, listSegments } from '@quittance/db/customers';
import { listHoldsInForce, listOpenCredits } from '@quittance/db/dunning';
import { listTerms } from '@quittance/db/invoices';
import { listOutbox } from '@quittance/db/outbox';
import type { Tx } from '@quittance/db/tx';
import { getSettings } from '@quittance/usecases/companies';
import { readOrganization } from '@quittance/usecases/context';
import { addContact, readStatement, repairContact } from '@quittance/usecases/customers';
import { planDay, scenarioCodeOf } from '@quittance/usecases/reminders';
import type { OrgContext, Service } from '../services/index.ts';
import { dayAsked, type HandlerDeps, limits, useCaseContext } from './deps.ts';
import { withPeople } from './people.ts';
import { receivableView } from './receivable-view.ts';

const LAST_MESSAGES = 50;

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
  const {
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

/** The customers service. */
export const customersService = (deps: HandlerDeps): Service<'customers'> => ({
  list: async (context, { query }) => {
    const on = await dayAsked(deps, context, query.on);
    return readOrganization(useCaseContext(deps, context), async (tx) => {
      const { currency, policy } = await getSettings(tx, context.companyId);
      const sort = query.sort.replace(/^-/, '') as 'overdue';
      const found = await listCustomers(tx, {
        companyId: context.companyId,
        currency,
        on,
        sort,
        descending: query.sort.startsWith('-'),
        ...(query.search ? { search: query.search } : {}),
        ...(query.segment ? { segment: query.segment } : {}),
        ...(query.overdue ? { overdueOnly: true } : {}),
        ...limits(query),
      });
      const items = found.items.map((row) => ({ ...row, currency, scenario: scenarioCodeOf(row, policy) }));
      const segments = await listSegments(tx, context.companyId);
      return ok({ items: items as never, total: found.total, page: query.page, size: query.size, segments });
    });
  },
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
});

const contactView = (contact: Contact) => contact as never;

/** The contacts service. */
export const contactsService = (deps: HandlerDeps): Service<'contacts'> => ({
  create: async (context, { params, body }) => {
    const given = {
      companyId: context.companyId,
      customerId: params.customerId,
      details: { ...body, emailStatus: 'valid' as const },
    };
    const added = await addContact(useCaseContext(deps, context), given);
    return added.ok ? ok(contactView(added.value)) : refuse({ code: added.refusal.code } as never);
  },
  update: async (context, { params, body }) => {
    const changed = await repairContact(useCaseContext(deps, context), {
      companyId: context.companyId,
      contactId: params.contactId,
      details: body,
    });
    return changed.ok ? ok(contactView(changed.value)) : changed;
  },
});
