// Giving an account its IBAN: what files without account told of it is its own, and statements that name it find it.
import { type CompanyId, ok, type Result, refuse } from '@quittance/core/kernel';
import { isIban } from '@quittance/core/parties';
import { findAccountNamed, findForeignAccount, identifyAccount, lockAccounts } from '@quittance/db/bank/write';
import { lockImports } from '@quittance/db/imports/write';
import { appendEvent } from '@quittance/db/journal';
import { type Context, inOrganization } from '../context/index.ts';

/** Why not: no such account, it has its IBAN, this is none, or another account of the organization has it. */
export type IdentifyRefusal = Readonly<{ code: 'not_found' | 'state_forbids' | 'iban_invalid' | 'iban_known' }>;

/** Gives it. An IBAN that another account has is refused: the two are to be joined. */
export const giveIban = (
  context: Context,
  asked: Readonly<{ companyId: CompanyId; bankAccountId: number; iban: string }>,
): Promise<Result<null, IdentifyRefusal>> =>
  inOrganization(context, async (tx) => {
    const { companyId, bankAccountId } = asked;
    const iban = asked.iban.replace(/\s/g, '').toUpperCase();
    if (!isIban(iban)) return refuse({ code: 'iban_invalid' });
    await lockImports(tx, companyId);
    const [account] = await lockAccounts(tx, companyId, [bankAccountId]);
    if (!account) return refuse({ code: 'not_found' });
    if (account.iban !== null || account.isJoined) return refuse({ code: 'state_forbids' });
    const wanted = { identity: iban, currency: account.currency };
    if (await findAccountNamed(tx, companyId, wanted)) return refuse({ code: 'iban_known' });
    if (await findForeignAccount(tx, companyId, [iban])) return refuse({ code: 'iban_known' });
    await identifyAccount(tx, { bankAccountId, identity: iban, iban });
    await appendEvent(tx, {
      ...{ kind: 'bank.account_identified', actor: context.actor, subject: 'company', subjectId: companyId },
      payload: { bankAccountId, identity: iban },
    });
    return ok(null);
  });
