// Imports a FEC through the ordinary use case.
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { importFile } from '@quittance/usecases/imports';
import { machineClock } from '@quittance/usecases/ports';

/** The report. @throws Error when the file is not brought in as expected */
export async function importBooks({ db, orgId, companyId }, path, expected = 'imported') {
  const context = { db, orgId, actor: 'bench', clock: machineClock };
  const report = await importFile(context, {
    companyId,
    kind: 'fec',
    fileName: basename(path),
    open: () => createReadStream(path, { highWaterMark: 1 << 18 }),
    on: '2025-12-31',
  });
  if (report.status !== expected) throw new Error(`${report.status}: ${JSON.stringify(report.refusal)}`);
  return report;
}
