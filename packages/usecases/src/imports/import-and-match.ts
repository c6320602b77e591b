// An import and what follows it: movements that came, or items that opened or closed, may find each other at once.
import { lookFirst, matchWaiting } from '../cash/index.ts';
import type { Context } from '../context/index.ts';
import { type ImportRequest, importFile } from './import-file.ts';
import type { ImportReport } from './report.ts';

/** Whether an import changed what movements may pay. */
const changesMatching = ({ counts }: ImportReport): boolean => {
  const { invoices, creditNotes, payments, allocations, transactions, customers } = counts;
  const touched = [invoices, creditNotes, payments, allocations, transactions, customers];
  return touched.some(({ created, updated }) => created + updated > 0);
};

/**
 * Imports one file, then, outside its transaction, looks at every movement that waits and applies what is certain; where the file
 * changed nothing of it, only if a look was owed: no import leaves one owed. Matching that fails leaves the
 * import as it is: `onMatchError` hears of it, and the next run does it.
 */
export async function importAndMatch(
  context: Context,
  request: ImportRequest,
  onMatchError: (error: unknown) => void,
): Promise<ImportReport> {
  const report = await importFile(context, request);
  if (report.status !== 'imported') return report;
  const { companyId, on } = request;
  try {
    if (changesMatching(report)) await matchWaiting(context, { companyId, apply: true });
    else await lookFirst(context, { companyId, on });
  } catch (error) {
    onMatchError(error);
  }
  return report;
}
