// quittance kpis: the indicators as of a day; what cannot be computed is null, with its reason in `notes`.
import type { Day } from '@quittance/core/kernel';
import { type KpiReport, readKpis } from '@quittance/usecases/ageing';
import type { Command } from 'commander';
import { amountText, numberText } from '../../output/format.ts';
import { tableText } from '../../output/table.ts';
import type { Cli } from '../../run/cli.ts';
import { answer, type Desk, inCompany } from '../../run/desk.ts';

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

/** Registers it. */
export function registerKpis(program: Command, cli: Cli): void {
  const { commands, options } = cli.words;
  program
    .command('kpis')
    .description(commands.kpis)
    .addOption(cli.on())
    .addOption(cli.wholeNumber('--days <days>', options.days, 365))
    .action(
      cli.run<Options>((desk, { options: given }) =>
        inCompany(desk, given, async (inside) => {
          const { context, settings, on } = inside;
          const report = await readKpis(context, { companyId: settings.companyId, on, days: given.days });
          return answer(report, textOf(report, inside));
        }),
      ),
    );
}
