// For tests of one account told by several files: a company, files of its account in every form, and what is known of it.
import type { CompanyId, CustomerId } from '@quittance/core/kernel';
import { listBankAccounts } from '@quittance/db/bank';
import { withOrg } from '@quittance/db/tx';
import { Portfolio } from '@quittance/testkit/ledger';
import { sql } from 'kysely';
import { decideMovement } from '../../cash/index.ts';
import * as write from '../../imports/test/bank-files.ts';
import { importStage } from '../../imports/test/import-stage.ts';

/** June of an account: two receipts a week, charges at its end. */
const JUNE: readonly write.Line[] = [
  { on: '2025-06-02', cents: 120_000, text: 'VIR DUPONT FA 2025-001' },
  { on: '2025-06-04', cents: 50_000, text: 'VIR MARTIN FA 2025-002' },
  { on: '2025-06-10', cents: 33_300, text: 'VIR DURAND FA 2025-003' },
  { on: '2025-06-12', cents: 50_000, text: 'VIR PETIT FA 2025-004' },
  { on: '2025-06-27', cents: -1_250, text: 'FRAIS TENUE DE COMPTE' },
];

/** June, or the days of it that are named. */
export const june = (from = '01', to = '30'): write.Stretch => ({
  ...{ openingCents: 1_000_000, openingOn: '2025-05-30' },
  lines: JUNE.filter(({ on }) => on.slice(8) >= from && on.slice(8) <= to),
});

/** A stage on which every company starts without accounts. */
export async function accountStage() {
  const base = await importStage();
  const { db, orgId, context } = base;
  const read = <T>(act: Parameters<typeof withOrg<T>>[2]) => withOrg(db, orgId, act);
  let numbers = 0;
  const company = async () => {
    const companyId: CompanyId = await base.company();
    numbers += 1;
    const account = String(numbers).padStart(11, '4');
    const bring = (kind: 'csv-bank' | 'camt' | 'ofx' | 'auto', content: string, more = {}) =>
      base.bring(companyId, content, { kind, fileName: 'releve', ...more });
    return {
      ...{ companyId, iban: write.ibanOf(account) },
      csv: (stretch: write.Stretch, more = {}) => bring('csv-bank', write.bankCsv(stretch), more),
      camt: (stretch: write.Stretch, more = {}) => bring('camt', write.camt({ account, ...stretch }), more),
      /** The bank's own number, without bank and branch. */
      ofx: (stretch: write.Stretch, more = {}) => bring('ofx', bareOfx({ account, ...stretch }), more),
      accounts: () => read((tx) => listBankAccounts(tx, companyId)),
      /** Amounts of the movements that count, in the order of their days. */
      amounts: () => read((tx) => amountsOf(tx, companyId)),
      movement: async (cents: number) => (await read((tx) => idsOf(tx, companyId, cents)))[0]!,
      /** Ties a movement to a payment of a customer, on account. */
      match: async (transactionId: number, cents: number) => {
        const customerId: CustomerId = await new Portfolio(db, { orgId, companyId }).customer({
          ref: `C${transactionId}`,
        });
        const part = {
          customerId,
          cents,
          paymentId: null,
          settles: null,
          credits: [],
          adjustments: [],
          allocations: [],
        };
        return decideMovement(context, { companyId, transactionId, note: '', learn: false, parts: [part] });
      },
    };
  };
  return { ...base, company };
}

const bareOfx = (stretch: write.Stretch): string => write.ofx(stretch).replace(/<BANKID>\d+<BRANCHID>\d+/, '<BANKID>0');

type Tx = Parameters<Parameters<typeof withOrg>[2]>[0];

async function amountsOf(tx: Tx, companyId: CompanyId): Promise<number[]> {
  const { rows } = await sql<{ cents: number }>`SELECT cents FROM bank_transactions WHERE org_id = current_org()
    AND company_id = ${companyId} AND coalesce(set_aside_reason, '') NOT IN ('told_twice', 'withdrawn') ORDER BY booked_on, cents DESC`.execute(
    tx,
  );
  return rows.map(({ cents }) => cents);
}

async function idsOf(tx: Tx, companyId: CompanyId, cents: number): Promise<number[]> {
  const { rows } = await sql<{
    id: number;
  }>`SELECT transaction_id AS id FROM bank_transactions WHERE org_id = current_org()
    AND company_id = ${companyId} AND cents = ${cents} ORDER BY transaction_id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The amounts of June, in order. */
export const JUNE_CENTS = JUNE.map(({ cents }) => cents);
