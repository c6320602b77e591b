// Importing customers: created or completed by reference; new payment terms estimate again the due dates that were only estimated.
import { dueEstimator, mergeCustomerRows } from '@quittance/core/intake';
import { ok } from '@quittance/core/kernel';
import { findCompany } from '@quittance/db/companies';
import { changeDueDates, listEstimatedTerms, upsertCustomers } from '@quittance/db/imports/tables/write';
import type { Tx } from '@quittance/db/tx';
import type { Importer, ImportRun } from '../importer.ts';
import { type ImportNote, NO_COUNTS } from '../report.ts';
import { CHUNK, inChunks, openTable } from './open-table.ts';

/** Brings customers in. */
export const importCustomers: Importer = async (tx, run) => {
  const table = await openTable(tx, run, 'customers');
  if (!table.ok) return table;
  run.progress.enter('reading');
  const touched = { created: 0, updated: 0 };
  let estimated = 0;
  for await (const batch of table.value.batches) {
    for (const rows of inChunks(batch.rows, CHUNK)) {
      const { customers, errors } = mergeCustomerRows(rows);
      run.errors.add(errors);
      const saved = await upsertCustomers(tx, run, customers);
      touched.created += saved.created;
      touched.updated += saved.updated;
      if (saved.newTerms.length > 0) estimated += await estimateAgain(tx, run, saved.newTerms);
    }
  }
  const closed = await table.value.close();
  if (!closed.ok) return closed;
  const again: ImportNote[] = estimated > 0 ? [{ code: 'due_dates_estimated_again', receivables: estimated }] : [];
  return ok({
    counts: { ...NO_COUNTS, customers: touched },
    notes: [...closed.value, ...again],
    covers: null,
    hasOpenings: false,
  });
};

async function estimateAgain(tx: Tx, run: ImportRun, refs: readonly string[]): Promise<number> {
  const company = await findCompany(tx, run.companyId);
  const usual = company?.policy.paymentTerms;
  const estimate = dueEstimator(typeof usual === 'string' ? usual : null);
  const changes = (await listEstimatedTerms(tx, run.companyId, refs)).flatMap(
    ({ receivableId, issuedOn, dueOn, terms }) => {
      const newDueOn = estimate(issuedOn, terms);
      return newDueOn === dueOn ? [] : [{ receivableId, oldDueOn: dueOn, newDueOn, wasEstimated: true }];
    },
  );
  await changeDueDates(tx, { on: run.on, actor: run.actor, isEstimate: true }, changes);
  return changes.length;
}
