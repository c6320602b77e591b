// Load the demo: its files go in through the ordinary import, in order; then its letterhead, and what no file can carry.
import type { CompanyId, Day } from '@quittance/core/kernel';
import { markEmailBounced } from '@quittance/db/customers/write';
import { listScenarios } from '@quittance/db/dunning';
import { insertImportedLevels } from '@quittance/db/dunning/write';
import { appendEvent } from '@quittance/db/journal';
import { changeLetterhead } from '../companies/index.ts';
import { type Context, inOrganization } from '../context/index.ts';
import { type ImportReport, importFile } from '../imports/index.ts';
import { bringStatement } from './bank/bring-statement.ts';
import { buildDemoPortfolio } from './build-demo-portfolio.ts';
import type { DemoPortfolio } from './portfolio.ts';

/** Into which company, as of which day. `onFile` is told before each file. */
export type DemoOrder = Readonly<{
  companyId: CompanyId;
  today: Day;
  onFile?: (name: string, done: number, of: number) => void;
}>;

async function importFiles(
  context: Context,
  { companyId, today, onFile }: DemoOrder,
  { files }: DemoPortfolio,
): Promise<ImportReport[]> {
  const reports: ImportReport[] = [];
  for (const [index, { name, kind, content }] of files.entries()) {
    onFile?.(name, index, files.length);
    const open = async function* () {
      yield Buffer.from(content);
    };
    const report = await importFile(context, { companyId, kind, fileName: name, open, on: today });
    if (report.status === 'refused') throw new Error(`the demo's ${name} was refused: ${report.refusal?.code ?? ''}`);
    reports.push(report);
  }
  return reports;
}

function dress(context: Context, companyId: CompanyId, { company }: DemoPortfolio): Promise<unknown> {
  const { name, legalForm, siren, vatNumber, capitalCents, registerTown, address, email, phone, iban, bic } = company;
  const rcs = `RCS ${registerTown} ${siren.replace(/(\d{3})(?=\d)/g, '$1 ')}`;
  const signature = 'Hélène Marquant\nResponsable du crédit client';
  const given = { name, legalForm, siren, vatNumber, capitalCents, rcs, address, email, phone, iban, bic, signature };
  return changeLetterhead(context, companyId, given);
}

/** The files and the letterhead, and addresses known to bounce. */
export async function loadFiles(context: Context, order: DemoOrder, portfolio: DemoPortfolio): Promise<ImportReport[]> {
  const reports = await importFiles(context, order, portfolio);
  await dress(context, order.companyId, portfolio);
  await inOrganization(context, async (tx) => {
    for (const { customerRef, email } of portfolio.bounced)
      await markEmailBounced(tx, { companyId: order.companyId, customerRef, email });
  });
  return reports;
}

/** Steps that left no message here were done in another tool (rule R6); those already done stay as they are. */
export const addPastSteps = (
  context: Context,
  { companyId, today }: DemoOrder,
  { pastSteps, files }: DemoPortfolio,
): Promise<void> =>
  inOrganization(context, async (tx) => {
    const standard = (await listScenarios(tx, companyId)).find((scenario) => scenario.code === 'standard')?.steps ?? [];
    const levels = pastSteps.map((past) => ({ ...past, step: standard[past.rank - 1]?.code ?? String(past.rank) }));
    await insertImportedLevels(tx, { companyId, scenario: 'standard', levels, actor: context.actor });
    const payload = { today, files: files.length, pastSteps: levels.length };
    await appendEvent(tx, {
      kind: 'demo.loaded',
      actor: context.actor,
      subject: 'company',
      subjectId: companyId,
      payload,
    });
  });

/** Brings the whole demo portfolio into a company, without a past of messages. Loading it twice changes nothing. */
export async function loadDemo(context: Context, order: DemoOrder): Promise<ImportReport[]> {
  const portfolio = buildDemoPortfolio(order.today);
  const reports = await loadFiles(context, order, portfolio);
  await addPastSteps(context, order, portfolio);
  await bringStatement(context, { ...order, statement: portfolio.statement });
  return reports;
}
