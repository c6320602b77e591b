// quittance terms-check: invoices whose terms exceed the legal maximum, open or of the last twelve months.
import type { Day } from '@quittance/core/kernel';
import { checkAgreedTerms } from '@quittance/usecases/terms';
import type { Command } from 'commander';
import { tableText } from '../../output/table.ts';
import type { Cli } from '../../run/cli.ts';
import { answer, inCompany } from '../../run/desk.ts';

type Options = Readonly<{ on?: Day }>;

/** Registers it. */
export function registerTermsCheck(program: Command, cli: Cli): void {
  const { commands, headers, says } = cli.words;
  const right = (header: string) => ({ header, right: true });
  const { invoice, customer, agreed, legal, over, rule } = headers;
  const columns = [
    { header: invoice },
    { header: customer },
    right(agreed),
    right(legal),
    right(over),
    { header: rule },
  ];
  program
    .command('terms-check')
    .description(commands.termsCheck)
    .addOption(cli.on())
    .action(
      cli.run<Options>((desk, { options }) =>
        inCompany(desk, options, async ({ context, settings, on }) => {
          const found = await checkAgreedTerms(context, { companyId: settings.companyId, on });
          const lines = found.map(({ invoiceId: _, number, customerRef, ...rest }) => ({
            invoice: number,
            customer: customerRef,
            ...rest,
          }));
          const rows = lines.map((line) => [
            line.invoice,
            line.customer,
            String(line.agreedDays),
            String(line.legalMaxDays),
            String(line.overByDays),
            `${line.rule} (${line.article})`,
          ]);
          return answer(lines, lines.length === 0 ? says.nothing : tableText(columns, rows));
        }),
      ),
    );
}
