// A house for tests of cash application: one company with its bank account, and short words for what tests do with it.
import type { CompanyId, CustomerId, OrgId, ReceivableId } from '@quittance/core/kernel';
import { findMovement, listDecisions, type StoredExplanation } from '@quittance/db/cash';
import { type Database, withOrg } from '@quittance/db/tx';
import { BankAccount, Portfolio } from '@quittance/testkit/ledger';
import type { Context } from '../../context/index.ts';
import { clockAt } from '../../ports/index.ts';
import { createHouse } from '../../users/index.ts';
import { acceptProposal, decideMovement } from '../deciding/decide-movement.ts';
import { redoMatch } from '../deciding/redo-match.ts';
import { undoMatch } from '../deciding/undo-match.ts';
import { matchWaiting } from '../matching/match-waiting.ts';

let houses = 0;

/** Today of these tests. */
export const TODAY = '2026-03-31';

/** One company on 31 March 2026. */
export async function openHouse(db: Database) {
  houses += 1;
  const place = { db, actor: 'user:anna', clock: clockAt(new Date(`${TODAY}T08:00:00Z`)) };
  const made = await createHouse(place, { name: `cash ${process.pid} ${houses}`, siren: null });
  const companyId: CompanyId = made.companyId;
  const context: Context = { ...place, orgId: made.orgId as OrgId };
  const portfolio = new Portfolio(db, { orgId: context.orgId, companyId });
  const bank = new BankAccount(portfolio);
  const read = <T>(act: Parameters<typeof withOrg<T>>[2]) => withOrg(db, context.orgId, act);

  const line = async (transactionId: number) =>
    (await read((tx) => findMovement(tx, { companyId, transactionId, on: TODAY as never })))!;
  return {
    ...{ context, companyId, portfolio, bank, read, line },
    invoice: async (
      customer: CustomerId,
      number: string,
      cents: number,
      dueOn = '2026-03-01',
    ): Promise<ReceivableId> => {
      const given = { customer, number, issuedOn: '2026-02-01', terms: [{ dueOn, cents }] };
      return (await portfolio.invoice(given)).receivables[0]!;
    },
    run: (apply = true) => matchWaiting(context, { companyId, apply }),
    proposal: async (
      transactionId: number,
    ): Promise<{ best: StoredExplanation | null; madeAt: Date; decision: string }> => {
      const { best, madeAt, decision } = await line(transactionId);
      return { best, madeAt: madeAt!, decision: decision! };
    },
    accept: async (transactionId: number, choice = 0) => {
      const { madeAt } = await line(transactionId);
      return acceptProposal(context, { companyId, transactionId, choice, madeAt: madeAt ?? new Date(0) });
    },
    /** On one customer's terms: `[receivable, cents]`. */
    decide: (
      transactionId: number,
      customerId: CustomerId,
      cents: number,
      pays: readonly (readonly [ReceivableId, number])[] = [],
    ) =>
      decideMovement(context, {
        ...{ companyId, transactionId, note: '', learn: true },
        parts: [
          {
            ...{ customerId, cents, paymentId: null, settles: null, credits: [], adjustments: [] },
            allocations: pays.map(([receivableId, part]) => ({ receivableId, cents: part })),
          },
        ],
      }),
    undo: (decisionId: number) => undoMatch(context, { companyId, decisionId, reason: 'mauvais client' }),
    redo: (decisionId: number) => redoMatch(context, { companyId, decisionId }),
    decisions: (transactionId: number) => read((tx) => listDecisions(tx, [transactionId], 'all')),
  };
}

export type CashHouse = Awaited<ReturnType<typeof openHouse>>;
