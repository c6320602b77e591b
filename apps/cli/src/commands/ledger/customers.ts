// quittance customers: the list, with what each owes on the day.
import type { Day } from '@quittance/core/kernel';
import { type CustomerListRow, listCustomers } from '@quittance/db/customers';
import { readOrganization } from '@quittance/usecases/context';
import { customerScope } from '@quittance/usecases/customers';
import type { Command } from 'commander';
import { amountText, dayText } from '../../output/format.ts';
import { tableText } from '../../output/table.ts';
import type { Cli } from '../../run/cli.ts';
import { answer, type CompanyDesk, inCompany } from '../../run/desk.ts';

type Options = Readonly<{ on?: Day; search?: string }>;

const ALL = 1_000_000;

/** Class and score are the risk room's, which this release has not. */
const jsonOf = ({ customerId: _, ...row }: CustomerListRow) => ({ ...row, class: null, score: null });

function textOf(rows: readonly CustomerListRow[], { words, settings, language }: CompanyDesk): string {
  const { ref, name, outstanding, overdue, level, lastContact } = words.headers;
  const right = (header: string) => ({ header, right: true });
  const columns = [
    { header: ref },
    { header: name },
    right(outstanding),
    right(overdue),
    right(level),
    { header: lastContact },
  ];
  const amount = (cents: number) => amountText(cents, settings.currency, language);
  return tableText(
    columns,
    rows.map((row) => [
      row.ref,
      row.name,
      amount(row.outstandingCents),
      amount(row.overdueCents),
      String(row.level),
      dayText(row.lastContactOn, language),
    ]),
  );
}

/** Registers it. */
export function registerCustomers(program: Command, cli: Cli): void {
  const { commands, options } = cli.words;
  program
    .command('customers')
    .description(commands.customers)
    .option('--search <text>', options.search)
    .addOption(cli.on())
    .action(
      cli.run<Options>((desk, { options: given }) =>
        inCompany(desk, given, async (inside) => {
          const { context, settings, on } = inside;
          const page = { sort: 'ref', descending: false, limit: ALL, offset: 0 } as const;
          const filters = given.search === undefined ? {} : { search: given.search };
          const { items } = await readOrganization(context, (tx) =>
            listCustomers(tx, { filters, scope: customerScope(settings, on), page }),
          );
          return answer(items.map(jsonOf), textOf(items, inside));
        }),
      ),
    );
}
