// quittance customers: the list, with what each owes on the day.
import type { Day } from '@quittance/core/kernel';
import { type CustomerListRow, listCustomers } from '@quittance/db/customers';
import { customerScope } from '@quittance/usecases/companies';
import { readOrganization } from '@quittance/usecases/context';
import { amountText, dayText } from '../../output/format.ts';
import { tableText } from '../../output/table.ts';
import type { Call } from '../../run/cli.ts';
import { answer, type CompanyDesk, type Desk } from '../../run/desk.ts';
import { inCompany } from '../../run/in-house.ts';

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

/** The command. */
export const run = (desk: Desk, { options }: Call<Options>): Promise<number> =>
  inCompany(desk, options, async (inside) => {
    const { context, settings, on } = inside;
    const page = { sort: 'ref', descending: false, limit: ALL, offset: 0 } as const;
    const filters = options.search === undefined ? {} : { search: options.search };
    const { items } = await readOrganization(context, (tx) =>
      listCustomers(tx, { filters, scope: customerScope(settings, on), page }),
    );
    return answer(items.map(jsonOf), textOf(items, inside));
  });
