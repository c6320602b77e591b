// Load the demo: its files go in through the ordinary import, in order; then its letterhead, and what no file can carry.
import type { CompanyId, Day } from '@quittance/core/kernel';
import { markEmailBounced } from '@quittance/db/customers/write';
import { listScenarios } from '@quittance/db/dunning';
import { insertImportedLevels } from '@quittance/db/dunning/write';
import { appendEvent } from '@quittance/db/journal';
import { changeLetterhead } from '../companies/index.ts';
import { type Context, inOrganization } from '../context/index.ts';
import { type ImportReport, importFile } from '../imports/index.ts';
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

/** Brings the whole demo portfolio into a company. Loading it twice changes nothing. */
export async function loadDemo(context: Context, order: DemoOrder): Promise<ImportReport[]> {
  const portfolio = buildDemoPortfolio(order.today);
  const reports = await importFiles(context, order, portfolio);
  await dress(context, order.companyId, portfolio);
  await inOrganization(context, async (tx) => {
    const steps = new Map(
      (await listScenarios(tx, order.companyId)).map((scenario) => [scenario.code, scenario.steps]),
    );
    const standard = steps.get('standard') ?? [];
    const levels = portfolio.pastSteps.map((past) => ({
      ...past,
      step: standard[past.rank - 1]?.code ?? String(past.rank),
    }));
    await insertImportedLevels(tx, { companyId: order.companyId, scenario: 'standard', levels, actor: context.actor });
    for (const { customerRef, email } of portfolio.bounced)
      await markEmailBounced(tx, { companyId: order.companyId, customerRef, email });
    const payload = { today: order.today, files: portfolio.files.length, pastSteps: levels.length };
    await appendEvent(tx, {
      kind: 'demo.loaded',
      actor: context.actor,
      subject: 'company',
      subjectId: order.companyId,
      payload,
    });
  });
  return reports;
}
