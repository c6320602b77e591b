// Bring the statement in: through the ordinary import, matched by the ordinary run; then what is no customer's money is set aside.
import type { CompanyId, Day } from '@quittance/core/kernel';
import { listMovements } from '@quittance/db/cash';
import { matchWaiting, setAside } from '../../cash/index.ts';
import { type Context, readOrganization } from '../../context/index.ts';
import { type ImportReport, importFile } from '../../imports/index.ts';
import type { DemoFile } from '../portfolio.ts';
import { NO_CUSTOMER } from './demo-statement.ts';

const MOST = 200;

/** Where it goes: the company, the day, the file. */
type Brought = Readonly<{ companyId: CompanyId; today: Day; statement: DemoFile }>;

async function setOthersAside(context: Context, { companyId, today }: Brought): Promise<void> {
  const filter = { companyId, on: today, state: 'waiting', kind: 'money_out' } as const;
  const page = { sort: 'bookedOn', descending: false, limit: MOST, offset: 0 } as const;
  const { items } = await readOrganization(context, (tx) => listMovements(tx, filter, page));
  for (const { begins, reason, remember } of NO_CUSTOMER) {
    const transactionIds = items
      .filter(({ label }) => label.startsWith(begins))
      .map(({ transactionId }) => transactionId);
    if (transactionIds.length > 0) await setAside(context, { companyId, transactionIds, reason, note: '', remember });
  }
}

/** Twice changes nothing: the import knows its movements. @throws Error when the file is refused */
export async function bringStatement(context: Context, brought: Brought): Promise<ImportReport> {
  const { companyId, today, statement } = brought;
  const { name, kind, content } = statement;
  const open = async function* () {
    yield Buffer.from(content);
  };
  const report = await importFile(context, { companyId, kind, fileName: name, open, on: today });
  if (report.status === 'refused') throw new Error(`the demo's ${name} was refused: ${report.refusal?.code ?? ''}`);
  await matchWaiting(context, { companyId, apply: true });
  await setOthersAside(context, brought);
  return report;
}
