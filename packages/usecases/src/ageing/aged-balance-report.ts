// The aged balance as one document: the shape of the command line's JSON, kept stable.
import type { Cents, CompanyId, Currency, Day } from '@quittance/core/kernel';
import { type AgedSumsRow, readAgedBalance } from '@quittance/db/ageing';
import { getSettings } from '../companies/index.ts';
import { type Context, readOrganization } from '../context/index.ts';
import { bucketsFor } from './bounds.ts';

/** The whole aged balance on a day. total = Σ buckets − unapplied; unapplied is positive, in the customer's favour. */
export type AgedBalanceReport = Readonly<{
  on: Day;
  currency: Currency;
  /** Keys in order. */
  buckets: readonly string[];
  customers: readonly Readonly<{
    ref: string;
    name: string;
    cents: Readonly<Record<string, Cents>>;
    unappliedCents: Cents;
    totalCents: Cents;
  }>[];
  totals: AgedSumsRow;
}>;

/** Every customer who owes or is owed something on the day, by account; only one where `customerRef` is given; the company's bounds unless told. */
export function agedBalanceReport(
  context: Context,
  asked: Readonly<{ companyId: CompanyId; on: Day; customerRef?: string; bounds?: readonly number[] }>,
): Promise<AgedBalanceReport> {
  const { companyId, on, customerRef } = asked;
  return readOrganization(context, async (tx) => {
    const { currency, policy } = await getSettings(tx, companyId);
    const buckets = bucketsFor(asked.bounds ?? policy.ageingBounds);
    const { lines, totals } = await readAgedBalance(tx, {
      ...{ companyId, currency, on, buckets },
      ...(customerRef === undefined ? {} : { ref: customerRef }),
    });
    const customers = lines.map(({ ref, name, cents, unappliedCents, totalCents }) => ({
      ...{ ref, name, cents, unappliedCents, totalCents },
    }));
    return { on, currency, buckets: buckets.map((bucket) => bucket.key), customers, totals };
  });
}
