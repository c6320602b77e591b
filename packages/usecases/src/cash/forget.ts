// Forgetting: payers and habits that were learned are erased by a person, and a payer is restored.
import { type CompanyId, type CustomerId, ok, type Result, refuse } from '@quittance/core/kernel';
import { type AliasRow, findAlias } from '@quittance/db/cash';
import { erasePayer, eraseHabits as eraseRows, restorePayer } from '@quittance/db/cash/write';
import { appendEvent } from '@quittance/db/journal';
import { type Context, inOrganization } from '../context/index.ts';

type Named = Readonly<{ companyId: CompanyId; aliasId: number }>;
type Changed = Result<AliasRow, Readonly<{ code: 'not_found' | 'state_forbids' }>>;

const change = (context: Context, { companyId, aliasId }: Named, kind: 'erased' | 'restored'): Promise<Changed> =>
  inOrganization(context, async (tx) => {
    if (!(await findAlias(tx, companyId, aliasId))) return refuse({ code: 'not_found' });
    const isDone = kind === 'erased' ? await erasePayer(tx, aliasId, context.actor) : await restorePayer(tx, aliasId);
    if (!isDone) return refuse({ code: 'state_forbids' });
    const alias = (await findAlias(tx, companyId, aliasId))!;
    await appendEvent(tx, {
      kind: `payer.${kind}`,
      actor: context.actor,
      subject: 'payer',
      subjectId: aliasId,
      payload: { iban: alias.iban, name: alias.payerName, customerId: alias.customer?.customerId ?? null },
    });
    return ok(alias);
  });

/** Forgets a payer; only a later acceptance teaches it again. Refuses `state_forbids` where it was erased before. */
export const eraseAlias = (context: Context, named: Named): Promise<Changed> => change(context, named, 'erased');

/** Remembers an erased payer again. Refuses `state_forbids` where it is not erased, or was learned anew meanwhile. */
export const restoreAlias = (context: Context, named: Named): Promise<Changed> => change(context, named, 'restored');

/** Forgets how a customer pays; how many habits that were. */
export const eraseHabits = (
  context: Context,
  { companyId, customerId }: Readonly<{ companyId: CompanyId; customerId: CustomerId }>,
): Promise<number> =>
  inOrganization(context, async (tx) => {
    const erased = await eraseRows(tx, companyId, customerId);
    if (erased > 0)
      await appendEvent(tx, {
        kind: 'habits.erased',
        actor: context.actor,
        subject: 'customer',
        subjectId: customerId,
        payload: { habits: erased },
      });
    return erased;
  });
