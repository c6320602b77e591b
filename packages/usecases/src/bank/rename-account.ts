// Naming a bank account, so that people know it from the others.
import { type CompanyId, ok, type Result, refuse } from '@quittance/core/kernel';
import { renameBankAccount } from '@quittance/db/bank/write';
import { appendEvent } from '@quittance/db/journal';
import { type Context, inOrganization } from '../context/index.ts';

/** Gives the account that name. */
export const renameAccount = (
  context: Context,
  asked: Readonly<{ companyId: CompanyId; bankAccountId: number; name: string }>,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> =>
  inOrganization(context, async (tx) => {
    const { companyId, bankAccountId, name } = asked;
    if (!(await renameBankAccount(tx, companyId, { bankAccountId, name }))) return refuse({ code: 'not_found' });
    await appendEvent(tx, {
      kind: 'bank.account_named',
      actor: context.actor,
      subject: 'company',
      subjectId: companyId,
      payload: { bankAccountId, name },
    });
    return ok(null);
  });
