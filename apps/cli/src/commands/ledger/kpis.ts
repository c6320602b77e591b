// quittance kpis: the indicators as of a day; what cannot be computed is null, with its reason in `notes`.
import type { Day } from '@quittance/core/kernel';
import { type KpiReport, readKpis } from '@quittance/usecases/ageing';
import { amountText, numberText } from '../../output/format.ts';
import { tableText } from '../../output/table.ts';
import type { Call } from '../../run/cli.ts';
import { answer, type Desk } from '../../run/desk.ts';
import { inCompany } from '../../run/in-house.ts';

type Options = Readonly<{ on?: Day; days: number }>;

/** Figures people are shown; the document has them all. */
const SHOWN = [
  'outstandingCents',
  'overdueCents',
  'unappliedCents',
  'overdueRatioPct',
  'dsoSimpleDays',
  'dsoCountbackDays',
  'bestPossibleDsoDays',
  'averageDaysDelinquent',
  'collectionEffectivenessPct',
  'weightedAgeDays',
  'weightedLateDays',
  'customers',
  'overdueCustomers',
] as const;

function textOf(report: KpiReport, { words, language }: Desk): string {
  const notes: Readonly<Record<string, string | undefined>> = report.notes;
  const figureText = (name: (typeof SHOWN)[number]): string => {
    const value = report[name];
    if (value === null) return `– (${words.figures[notes[name] ?? ''] ?? notes[name]})`;
    return name.endsWith('Cents') ? amountText(value, report.currency, language) : numberText(value, language);
  };
  const columns = [{ header: words.headers.figure }, { header: words.headers.value, right: true }];
  return tableText(
    columns,
    SHOWN.map((name) => [words.figures[name] ?? name, figureText(name)]),
  );
}

/** The command. */
export const run = (desk: Desk, { options }: Call<Options>): Promise<number> =>
  inCompany(desk, options, async (inside) => {
    const { context, settings, on } = inside;
    const report = await readKpis(context, { companyId: settings.companyId, on, days: options.days });
    return answer(report, textOf(report, inside));
  });
