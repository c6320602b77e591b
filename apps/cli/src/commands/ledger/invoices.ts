// quittance invoices: the list, with what is open and where each stands on the day.
import { receivableStatuses } from '@quittance/core/dunning';
import type { CustomerId, Day } from '@quittance/core/kernel';
import { type InvoiceListRow, listInvoices } from '@quittance/db/invoices';
import { readOrganization } from '@quittance/usecases/context';
import { amountText, dayText } from '../../output/format.ts';
import { tableText } from '../../output/table.ts';
import type { Call } from '../../run/cli.ts';
import { answer, type CompanyDesk, type Desk, type Outcome } from '../../run/desk.ts';
import { inCompany } from '../../run/in-house.ts';
import { findAskedCustomer } from './find-customer.ts';

type Options = Readonly<{ on?: Day; customer?: string; status?: string }>;

const ALL = 1_000_000;

/** Expected dates are the risk room's, which this release has not. */
const jsonOf = (row: InvoiceListRow, on: Day) => ({
  number: row.number,
  customer: row.customerRef,
  customerName: row.customerName,
  issuedOn: row.issuedOn,
  dueOn: row.dueOn,
  dueEstimated: row.dueEstimated,
  currency: row.currency,
  grossCents: row.grossCents,
  openCents: row.openCents,
  statuses: receivableStatuses(row, on),
  level: row.level,
  expectedOn: null,
  expectedLowOn: null,
  expectedHighOn: null,
  lateProbability: null,
});

type InvoiceLine = ReturnType<typeof jsonOf>;

const isAsked = (line: InvoiceLine, status: string | undefined): boolean =>
  status === undefined || (status === 'open' ? line.openCents > 0 : line.statuses.some((each) => each === status));

function textOf(lines: readonly InvoiceLine[], { words, language }: Desk): string {
  const { invoice, customer, issued, due, gross, open, level, status } = words.headers;
  const left = (header: string) => ({ header });
  const right = (header: string) => ({ header, right: true });
  const columns = [
    left(invoice),
    left(customer),
    left(issued),
    left(due),
    right(gross),
    right(open),
    right(level),
    left(status),
  ];
  return tableText(
    columns,
    lines.map((line) => [
      line.number,
      line.customer,
      dayText(line.issuedOn, language),
      `${dayText(line.dueOn, language)}${line.dueEstimated ? ' ~' : ''}`,
      amountText(line.grossCents, line.currency, language),
      amountText(line.openCents, line.currency, language),
      String(line.level),
      line.statuses.join(' '),
    ]),
  );
}

async function invoices(desk: CompanyDesk, options: Options): Promise<Outcome> {
  const customer = await findAskedCustomer(desk, options.customer);
  if (!customer.ok) return customer;
  const { context, settings, on } = desk;
  const scope: { customerId?: CustomerId } = customer.value ? { customerId: customer.value.customerId } : {};
  const page = { sort: 'due', descending: false, limit: ALL, offset: 0 } as const;
  const { items } = await readOrganization(context, (tx) =>
    listInvoices(tx, { companyId: settings.companyId, on, ...page, ...scope }),
  );
  const lines = items.map((row) => jsonOf(row, on)).filter((line) => isAsked(line, options.status));
  return answer(lines, textOf(lines, desk));
}

/** The command. */
export const run = (desk: Desk, { options }: Call<Options>): Promise<number> =>
  inCompany(desk, options, (inside) => invoices(inside, options));
