// Streams a FEC into the staging table: the lines of customer accounts only, made ready one by one, in flat memory.
import { hash } from 'node:crypto';
import {
  type CustomerLine,
  dueEstimator,
  type FecLine,
  isCustomerAccount,
  lineIdentity,
  readCustomerLine,
} from '@quittance/core/intake';
import type { Result } from '@quittance/core/kernel';
import { findCompany } from '@quittance/db/companies';
import { listCustomerTerms, planForBulk, type StagedLine, stageFecLines } from '@quittance/db/imports/fec/write';
import type { Tx } from '@quittance/db/tx';
import { type FecReading, type FecSummary, readFec } from '@quittance/formats/fec';
import type { ImportRun } from '../importer.ts';
import type { ImportRefusal } from '../report.ts';

/** Reads and stages the whole file; its summary, or why it is refused. */
export async function stageBooks(tx: Tx, run: ImportRun): Promise<Result<FecSummary, ImportRefusal>> {
  const terms = await listCustomerTerms(tx, run.companyId);
  const company = await findCompany(tx, run.companyId);
  const companyTerms = company?.policy.paymentTerms;
  const estimate = dueEstimator(typeof companyTerms === 'string' ? companyTerms : null);
  const dueOn = (line: CustomerLine) => estimate(line.issuedOn, terms.get(line.customerRef));
  const reading = readFec(run.progress.count(run.open()), { keepAccount: isCustomerAccount });
  await planForBulk(tx, await stageFecLines(tx, stagedBatches(reading, run, dueOn)));
  return reading.outcome();
}

async function* stagedBatches(
  reading: FecReading,
  run: ImportRun,
  dueOn: (line: CustomerLine) => StagedLine['dueOn'],
): AsyncGenerator<StagedLine[]> {
  for await (const { lines, errors } of reading.batches) {
    run.errors.add(errors);
    run.progress.rows(lines.length);
    yield lines.flatMap((line) => stagedLine(line, dueOn));
  }
}

const stagedLine = (line: FecLine, dueOn: (line: CustomerLine) => StagedLine['dueOn']): StagedLine[] => {
  const ready = readCustomerLine(line);
  return ready ? [{ ...ready, dueOn: dueOn(ready), key: hash('md5', lineIdentity(line)) }] : [];
};
