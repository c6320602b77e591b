// A customer with money of every kind, put there by the use cases: for doors that try the ids of others.
import type { CompanyId, OrgId } from '@quittance/core/kernel';
import type { Database } from '@quittance/db/tx';
import { BankAccount, Portfolio, sql } from '@quittance/testkit/ledger';
import { matchWaiting } from '@quittance/usecases/cash';
import { inOrganization } from '@quittance/usecases/context';
import { announcePayment, claimLateFees, closeDifference } from '@quittance/usecases/payments';
import { clockAt } from '@quittance/usecases/ports';

/** Tuesday 10 March 2026, 10:00 in Paris. */
export const clock = clockAt(new Date('2026-03-10T09:00:00Z'));

// Ids are the same from one test database to the next.
const banks = new WeakMap<Database, Map<CompanyId, BankAccount>>();

function bankOf(db: Database, portfolio: Portfolio, companyId: CompanyId): BankAccount {
  const known = banks.get(db) ?? new Map<CompanyId, BankAccount>();
  banks.set(db, known);
  const bank = known.get(companyId) ?? new BankAccount(portfolio);
  known.set(companyId, bank);
  return bank;
}

/** Everything that has an id, of one customer. */
export type Ids = Readonly<
  Record<'customer' | 'receivable' | 'payment' | 'movement' | 'decision' | 'announcement' | 'claim' | 'deed', number>
>;
/** A customer with a paid invoice, two open ones, a movement that waits, an announcement, a late fee and a small difference. */
export async function furnish(
  db: Database,
  place: { orgId: OrgId; companyId: CompanyId },
  { ref, name }: Readonly<{ ref: string; name: string }>,
): Promise<Ids> {
  const { companyId } = place;
  const context = { db, orgId: place.orgId, actor: 'test', clock };
  const portfolio = new Portfolio(db, place);
  const bank = bankOf(db, portfolio, companyId);
  const customer = await portfolio.customer({ ref, name });
  const owe = async (number: string, cents: number) =>
    (await portfolio.invoice({ customer, number, issuedOn: '2026-01-05', terms: [{ dueOn: '2026-02-04', cents }] }))
      .receivables[0]!;
  await owe(`${ref}-2026-001`, 50_000);
  const receivable = await owe(`${ref}-2026-002`, 70_000);
  const late = await owe(`${ref}-2026-003`, 90_000);
  await bank.movement({ on: '2026-03-05', cents: 50_000, label: `VIR ${ref}-2026-001`, name });
  const movement = await bank.movement({ on: '2026-03-06', cents: 40_000, label: `ACOMPTE ${name}`, name });
  await matchWaiting(context, { companyId, apply: true });
  const note = '';
  const announced = {
    companyId,
    customerId: customer,
    kind: 'transfer',
    cents: 70_000,
    receivableIds: [receivable],
    reference: '',
    note,
  };
  const made = await announcePayment(context, { ...announced, expectedOn: '2026-03-12' as never } as never);
  const claimed = await claimLateFees(context, {
    companyId,
    receivableIds: [late],
    on: '2026-03-10' as never,
    kinds: ['fixed_fee'],
    note,
  } as never);
  const closed = await closeDifference(context, {
    companyId,
    receivableId: late,
    cents: 100 as never,
    nature: 'write_off',
    note,
  });
  if (!made.ok || !claimed.ok || !closed.ok) throw new Error(JSON.stringify([made, claimed, closed]));
  return inOrganization(context, async (tx) => {
    const one = async (query: ReturnType<typeof sql<{ id: number }>>) => (await query.execute(tx)).rows[0]!.id;
    return {
      customer,
      receivable,
      movement,
      payment: await one(
        sql`SELECT payment_id AS id FROM payments WHERE customer_id = ${customer} AND direction = 'in'`,
      ),
      decision: await one(
        sql`SELECT decision_id AS id FROM bank_decisions WHERE company_id = ${companyId} AND transaction_id <> ${movement} ORDER BY 1 DESC`,
      ),
      announcement: await one(
        sql`SELECT announcement_id AS id FROM announced_payments WHERE customer_id = ${customer}`,
      ),
      claim: await one(sql`SELECT claim_id AS id FROM late_fee_claims WHERE customer_id = ${customer}`),
      deed: await one(
        sql`SELECT deed_id AS id FROM payment_deeds WHERE customer_id = ${customer} AND kind = 'write_off'`,
      ),
    };
  });
}
