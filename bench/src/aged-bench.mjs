// The two aged-balance benchmarks: one ledger, one question, two days; the answer's total is checked against the hand-written SQL's.
import { agedBalanceReport } from '@quittance/usecases/ageing';
import { clockAt } from '@quittance/usecases/ports';
import { generateLedger } from './generate-ledger.mjs';
import { BENCH_DAY } from './ground.mjs';

const totalOf = (rows) =>
  rows.reduce((sum, row) => {
    const owed = [row.not_due, row.d1_30, row.d31_60, row.d61_90, row.d91_plus].reduce(
      (all, cents) => all + Number(cents ?? 0),
      0,
    );
    return sum + owed - Number(row.unapplied);
  }, 0);

/** A benchmark of the aged balance on `on` against the SQL that `sqlOf` writes. */
export const agedBench = (day, sqlOf, words) => ({
  ...words,
  unit: 'invoices',
  reference: 'hand-written SQL over the same rows',
  sizes: { small: [2_000, 20_000, 100_000], medium: [20_000, 100_000, 500_000], large: [100_000, 316_000, 1_000_000] },
  async open(size, ground) {
    const database = await ground.freshDatabase();
    const { admin, db, orgId, companyId } = database;
    await generateLedger(admin, { orgId, companyId, invoices: size, on: BENCH_DAY });
    const context = { db, orgId, actor: 'bench', clock: clockAt(new Date(`${BENCH_DAY}T10:00:00Z`)) };
    const ours = () => agedBalanceReport(context, { companyId, on: day });
    const reference = () => admin.query(sqlOf({ orgId, companyId }, day));
    const [report, { rows }] = [await ours(), await reference()];
    const difference = report.totals.totalCents - totalOf(rows);
    if (difference !== 0) throw new Error(`the two totals differ by ${difference} cents`);
    return { ours, reference, figures: () => ({ customers: report.customers.length }), close: database.close };
  },
});
