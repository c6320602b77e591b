// Importing customers: created or completed by reference; new payment terms estimate again the due dates that were only estimated.
import { mergeCustomerRows } from '@quittance/core/intake';
import { ok } from '@quittance/core/kernel';
import { upsertCustomers } from '@quittance/db/imports/tables/write';
import type { Importer } from '../importer.ts';
import { type ImportNote, NO_COUNTS } from '../report.ts';
import { estimateDueDatesAgain } from './estimate-again.ts';
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
      if (saved.newTerms.length > 0) estimated += await estimateDueDatesAgain(tx, run, saved.newTerms);
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
