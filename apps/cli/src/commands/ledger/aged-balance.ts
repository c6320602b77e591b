// quittance aged-balance: who owes what, cut by days late, as JSON, text, CSV or workbook.
import { resolve } from 'node:path';
import { fill } from '@quittance/contracts/messages';
import { readBounds } from '@quittance/core/ageing';
import { type Day, ok } from '@quittance/core/kernel';
import { type AgedBalanceReport, agedBalanceReport, exportAgedBalance } from '@quittance/usecases/ageing';
import { amountText, dayText } from '../../output/format.ts';
import { tableText } from '../../output/table.ts';
import { writeFileWhole, writePieces } from '../../output/write-file.ts';
import { WrongUse } from '../../run/answer.ts';
import type { Call } from '../../run/cli.ts';
import { answer, type CompanyDesk, type Desk, type Outcome } from '../../run/desk.ts';
import { inCompany } from '../../run/in-house.ts';
import { findAskedCustomer } from './find-customer.ts';

type Options = Readonly<{
  on?: Day;
  customer?: string;
  format?: 'json' | 'csv' | 'xlsx';
  out?: string;
  bounds?: string;
}>;

function textOf(report: AgedBalanceReport, { words, language }: Desk): string {
  const amount = (cents: number) => amountText(cents, report.currency, language);
  const named: Readonly<Record<string, string>> = words.headers;
  const headerOf = (key: string) => named[key] ?? key.replace(/^d/, '').replace('_plus', '+').replace('_', '-');
  const amounts = [...report.buckets, 'unapplied', 'total'].map((key) => ({ header: headerOf(key), right: true }));
  const cells = (sums: AgedBalanceReport['totals']) => [
    ...report.buckets.map((key) => amount(sums.cents[key] ?? 0)),
    amount(sums.unappliedCents),
    amount(sums.totalCents),
  ];
  const rows = report.customers.map((line) => [line.ref, line.name, ...cells(line)]);
  const columns = [{ header: words.headers.ref }, { header: words.headers.name }, ...amounts];
  const title = fill(words.says.balanceOn, { on: dayText(report.on, language), currency: report.currency });
  return `${title}\n\n${tableText(columns, rows, ['', words.headers.total, ...cells(report.totals)])}`;
}

async function asFile(desk: CompanyDesk, options: Options & { format: 'csv' | 'xlsx' }): Promise<Outcome> {
  const { context, settings, on, language, words } = desk;
  const { format, customer, out } = options;
  const asked = { companyId: settings.companyId, on, format, language, ...boundsAsked(desk, options) };
  const exported = await exportAgedBalance(context, { ...asked, ...(customer === undefined ? {} : { ref: customer }) });
  if (!exported.ok) return exported;
  if (out === undefined) return ok({ bytes: exported.value.content });
  const file = resolve(out);
  const written = await writeFileWhole({ path: file }, writePieces(exported.value.content));
  return written.ok ? answer({ file, on, format }, fill(words.says.written, { file })) : written;
}

/** The bounds asked, as a part of the question; none for the company's own. */
function boundsAsked({ words }: Desk, { bounds }: Options): { bounds?: readonly number[] } {
  if (bounds === undefined) return {};
  const read = readBounds(bounds);
  if (!read.ok) throw new WrongUse(fill(words.usageErrors.badBounds, { seen: bounds }));
  return { bounds: read.value };
}

async function agedBalance(desk: CompanyDesk, options: Options): Promise<Outcome> {
  const customer = await findAskedCustomer(desk, options.customer);
  if (!customer.ok) return customer;
  const { format, out } = options;
  if (format === 'csv' || format === 'xlsx') return asFile(desk, { ...options, format });
  const { context, settings, on, globals, words } = desk;
  const ref = options.customer === undefined ? {} : { customerRef: options.customer };
  const report = await agedBalanceReport(context, {
    companyId: settings.companyId,
    on,
    ...ref,
    ...boundsAsked(desk, options),
  });
  const document = `${JSON.stringify(report, null, 2)}\n`;
  const text = format === 'json' ? document.trimEnd() : textOf(report, desk);
  if (out === undefined) return answer(report, text);
  const file = resolve(out);
  const body = Buffer.from(format === 'json' || globals.json ? document : `${text}\n`);
  const written = await writeFileWhole({ path: file }, writePieces([body]));
  return written.ok ? answer({ file, on, format: format ?? 'text' }, fill(words.says.written, { file })) : written;
}

function checkUse({ globals, words }: Desk, { format, out }: Options): void {
  if (out !== undefined || format === undefined || format === 'json') return;
  if (globals.json) throw new WrongUse(fill(words.usageErrors.jsonOrFile, { format }));
  if (format === 'xlsx' && process.stdout.isTTY) throw new WrongUse(words.usageErrors.xlsxToTerminal);
}

/** The command. */
export async function run(desk: Desk, { options }: Call<Options>): Promise<number> {
  checkUse(desk, options);
  return inCompany(desk, options, (inside) => agedBalance(inside, options));
}
