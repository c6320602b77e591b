// Edit rates: an organization enters or corrects a half-year, with its source; what was stays in the journal.

import { addMonths, type Day, ratePercent } from '@quittance/core/kernel';
import { FRENCH_RATES, firstDayOf, type HalfYear, halfYearOf } from '@quittance/core/law';
import { appendEvent } from '@quittance/db/journal';
import { type LegalRateRow, listLegalRates } from '@quittance/db/penalties';
import { saveLegalRate } from '@quittance/db/penalties/write';
import { type Context, inOrganization, readOrganization } from '../context/index.ts';

/** A half-year's rates in percent, and where they come from. */
export type RatesOnScreen = Readonly<{
  halfYear: string;
  ecbMroPct: number;
  legalIndividualPct: number;
  legalOtherPct: number;
  source: string;
  doubtful: boolean;
  origin: 'shipped' | 'edited';
  editedBy: string | null;
  editedAt: Date | null;
}>;

const shipped = (): RatesOnScreen[] =>
  FRENCH_RATES.map((row) => ({
    halfYear: row.halfYear,
    ecbMroPct: ratePercent(row.ecbMro.rate),
    legalIndividualPct: ratePercent(row.legalIndividual.rate),
    legalOtherPct: ratePercent(row.legalOther.rate),
    source: `${row.ecbMro.source} ; ${row.legalOther.source}`,
    doubtful: [row.ecbMro, row.legalIndividual, row.legalOther].some(
      (each) => each.confidence === 'reported' || each.confidence === 'unsourced',
    ),
    origin: 'shipped',
    editedBy: null,
    editedAt: null,
  }));

const edited = (row: LegalRateRow): RatesOnScreen => ({
  halfYear: row.halfYear,
  ecbMroPct: Number(row.ecbMro),
  legalIndividualPct: Number(row.legalIndividual),
  legalOtherPct: Number(row.legalOther),
  source: row.source,
  doubtful: row.doubtful,
  origin: 'edited',
  editedBy: row.actor,
  editedAt: row.recordedAt,
});

const HALF_YEAR_MONTHS = 6;

/** Half-years from the first known to the one `on` is in that have no rates. */
function missingHalfYears(known: ReadonlySet<string>, first: HalfYear, on: Day): string[] {
  const missing: string[] = [];
  for (let at = firstDayOf(first); at <= on; at = addMonths(at, HALF_YEAR_MONTHS)) {
    const halfYear = halfYearOf(at);
    if (!known.has(halfYear)) missing.push(halfYear);
  }
  return missing;
}

/** All half-years, newest first, and those that are missing up to the day. */
export const listRatesOnScreen = (
  context: Context,
  on: Day,
): Promise<{ items: RatesOnScreen[]; missing: string[]; coming: { halfYear: string; from: Day } | null }> =>
  readOrganization(context, async (tx) => {
    const rows = new Map(shipped().map((row) => [row.halfYear, row]));
    for (const row of await listLegalRates(tx)) rows.set(row.halfYear, edited(row));
    const items = [...rows.values()].sort((a, b) => (a.halfYear < b.halfYear ? 1 : -1));
    const first = items.at(-1)!.halfYear as HalfYear;
    const from = addMonths(firstDayOf(halfYearOf(on)), HALF_YEAR_MONTHS);
    const coming = rows.has(halfYearOf(from)) ? null : { halfYear: halfYearOf(from), from };
    return { items, missing: missingHalfYears(new Set(rows.keys()), first, on), coming };
  });

/** Percentages with at most two decimals. */
export type RateEdit = Readonly<{
  halfYear: string;
  ecbMroPct: number;
  legalIndividualPct: number;
  legalOtherPct: number;
  source: string;
  doubtful: boolean;
}>;

/** Stores the organization's own row; penalties computed from now on use it. */
export const editRates = (context: Context, edit: RateEdit): Promise<RatesOnScreen> =>
  inOrganization(context, async (tx) => {
    const before = (await listLegalRates(tx)).find((row) => row.halfYear === edit.halfYear) ?? null;
    const { halfYear, source, doubtful } = edit;
    await saveLegalRate(tx, {
      halfYear,
      ecbMro: edit.ecbMroPct.toFixed(2),
      legalIndividual: edit.legalIndividualPct.toFixed(2),
      legalOther: edit.legalOtherPct.toFixed(2),
      source,
      doubtful,
      actor: context.actor,
    });
    const payload = { before, after: edit };
    await appendEvent(tx, {
      kind: 'rates.edited',
      actor: context.actor,
      subject: 'rates',
      subjectId: halfYear,
      payload,
    });
    return edited((await listLegalRates(tx)).find((row) => row.halfYear === halfYear)!);
  });
