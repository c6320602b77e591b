// Identity changed by hand: each field that differs is set and told; new terms estimate again the due dates that were only estimated.
import { type CompanyId, type CustomerId, ok, type Result, refuse } from '@quittance/core/kernel';
import { type CustomerCard, findCustomer } from '@quittance/db/customers';
import { type HandField, setField } from '@quittance/db/customers/write';
import { type Context, inOrganization } from '../context/index.ts';
import { estimateDueDatesAgain } from '../imports/index.ts';
import { isKnownValue } from './change-customers.ts';
import { daysOf } from './customer-list.ts';

/** Fields to set; those that are absent stay. */
export type Identity = Readonly<Partial<Record<HandField, string | number | null>>>;

/** What a change of identity did: the fields that changed, and due dates estimated again. */
export type IdentityChanged = Readonly<{ changed: HandField[]; dueDates: number }>;

const currentOf = (card: CustomerCard): Readonly<Record<HandField, string | number | null>> => ({
  kind: card.kind,
  language: card.language,
  segment: card.segment,
  owner: card.ownerEmail,
  scenario: card.scenario,
  terms: card.paymentTerms,
  limit: card.creditLimitCents,
});

/** Refuses `not_found` for a customer of others, an unknown scenario or member. */
export const changeIdentity = (
  context: Context,
  given: Readonly<{ companyId: CompanyId; customerId: CustomerId; fields: Identity }>,
): Promise<Result<IdentityChanged, { code: 'not_found' }>> =>
  inOrganization(context, async (tx) => {
    const { companyId, customerId } = given;
    const card = await findCustomer(tx, companyId, customerId);
    if (!card) return refuse({ code: 'not_found' });
    const current = currentOf(card);
    const fields = (Object.entries(given.fields) as [HandField, string | number | null | undefined][]).flatMap(
      ([field, to]) => (to === undefined || to === current[field] ? [] : [{ field, to }]),
    );
    for (const each of fields) if (!(await isKnownValue(tx, companyId, each))) return refuse({ code: 'not_found' });
    for (const { field, to } of fields)
      await setField(tx, { companyId, ids: [customerId], field, to, actor: context.actor });
    const hasNewTerms = fields.some(({ field }) => field === 'terms');
    const { on } = await daysOf(tx, context, companyId);
    const again = { companyId, on, actor: context.actor };
    const dueDates = hasNewTerms ? await estimateDueDatesAgain(tx, again, [card.ref]) : 0;
    return ok({ changed: fields.map(({ field }) => field), dueDates });
  });
