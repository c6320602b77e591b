// Importing invoices and credit notes: rows of one document gathered wherever they stand, then created, or met again and completed.
import type { InvoiceRow } from '@quittance/core/intake';
import { type Day, ok } from '@quittance/core/kernel';
import { learnStatistics } from '@quittance/db/imports/fec/write';
import { type KeyedRow, stageRows, streamStaged } from '@quittance/db/imports/tables/write';
import type { Tx } from '@quittance/db/tx';
import type { Importer, ImportRun } from '../importer.ts';
import { NO_COUNTS } from '../report.ts';
import { documentKey } from './document-key.ts';
import { type OpenTable, openTable } from './open-table.ts';
import { type DocumentCounts, saveDocuments } from './save-documents.ts';

const DOCUMENTS_AT_ONCE = 1_000;

/** Brings invoices and credit notes in. */
export const importInvoices: Importer = async (tx, run) => {
  const table = await openTable(tx, run, 'invoices');
  if (!table.ok) return table;
  run.progress.enter('reading');
  const days: Days = { from: null, to: null };
  await stageRows(tx, keyed(table.value, days));
  const closed = await table.value.close();
  if (!closed.ok) return closed;
  run.progress.enter('saving');
  const done = await saveAll(tx, run);
  const { customers, invoices, creditNotes } = done;
  await learnStatistics(tx, invoices.created);
  return ok({
    counts: { ...NO_COUNTS, customers: { created: customers, updated: 0 }, invoices, creditNotes },
    notes: closed.value,
    covers: days.from && days.to ? { from: days.from, to: days.to } : null,
    hasOpenings: false,
  });
};

type Days = { from: Day | null; to: Day | null };

async function* keyed(table: OpenTable<'invoices'>, days: Days): AsyncGenerator<KeyedRow<InvoiceRow>[]> {
  for await (const { rows } of table.batches) {
    yield rows.map((given) => {
      const row = { ...given, number: given.number.replace(/\s+/g, ' ').trim() };
      if (days.from === null || row.issuedOn < days.from) days.from = row.issuedOn;
      if (days.to === null || row.issuedOn > days.to) days.to = row.issuedOn;
      return { key: documentKey(row), position: row.row, row };
    });
  }
}

async function saveAll(tx: Tx, run: ImportRun): Promise<DocumentCounts> {
  const counts: DocumentCounts = {
    customers: 0,
    invoices: { created: 0, updated: 0 },
    creditNotes: { created: 0, updated: 0 },
  };
  let documents: (readonly InvoiceRow[])[] = [];
  let rowsSaved = 0;
  for await (const rows of streamStaged<InvoiceRow>(tx)) {
    documents.push(rows);
    rowsSaved += rows.length;
    if (documents.length < DOCUMENTS_AT_ONCE) continue;
    await saveDocuments(tx, run, { documents, counts });
    run.progress.saved(rowsSaved);
    documents = [];
  }
  if (documents.length > 0) await saveDocuments(tx, run, { documents, counts });
  return counts;
}
