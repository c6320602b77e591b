// Rate table: the shipped half-years, each replaced by the organization's own row where it has one.

import { parseRate } from '@quittance/core/kernel';
import { FRENCH_RATES, type HalfYear, type HalfYearRates } from '@quittance/core/law';
import { type LegalRateRow, listLegalRates } from '@quittance/db/penalties';
import type { Tx } from '@quittance/db/tx';

const ownRow = (row: LegalRateRow): HalfYearRates => {
  const value = (percent: string) => ({
    rate: parseRate(percent),
    source: row.source,
    confidence: row.doubtful ? ('reported' as const) : ('secondary' as const),
  });
  return {
    halfYear: row.halfYear as HalfYear,
    ecbMro: value(row.ecbMro),
    legalIndividual: value(row.legalIndividual),
    legalOther: value(row.legalOther),
    verifiedOn: row.recordedOn,
  };
};

/** Half-years in order. A half-year in neither table is missing, and whoever needs it says so. */
export async function readRateTable(tx: Tx): Promise<HalfYearRates[]> {
  const table = new Map(FRENCH_RATES.map((row) => [row.halfYear as string, row]));
  for (const row of await listLegalRates(tx)) table.set(row.halfYear, ownRow(row));
  return [...table.values()].sort((a, b) => (a.halfYear < b.halfYear ? -1 : 1));
}
