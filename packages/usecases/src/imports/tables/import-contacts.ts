// Importing contacts: people at known customers, found again by name.
import type { ContactRow } from '@quittance/core/intake';
import { ok, rowError } from '@quittance/core/kernel';
import { findCustomerIds, type KnownContactRow, upsertContacts } from '@quittance/db/imports/tables/write';
import type { Importer } from '../importer.ts';
import { NO_COUNTS } from '../report.ts';
import { CHUNK, inChunks, openTable } from './open-table.ts';

/** Brings contacts in; one of an unknown customer is a row error. */
export const importContacts: Importer = async (tx, run) => {
  const table = await openTable(tx, run, 'contacts');
  if (!table.ok) return table;
  run.progress.enter('reading');
  const touched = { created: 0, updated: 0 };
  for await (const batch of table.value.batches) {
    for (const rows of inChunks(batch.rows, CHUNK)) {
      const ids = await findCustomerIds(
        tx,
        run.companyId,
        rows.map((row) => row.customerRef),
      );
      const unknown = rows.filter((row) => !ids.has(row.customerRef));
      run.errors.add(
        unknown.map((row) =>
          rowError(row.row, 'customer_ref', 'unknown_customer', row.customerRef, 'a known customer'),
        ),
      );
      const saved = await upsertContacts(
        tx,
        run.importId,
        onePerName(rows, (row) => ids.get(row.customerRef)),
      );
      touched.created += saved.created;
      touched.updated += saved.updated;
    }
  }
  const closed = await table.value.close();
  if (!closed.ok) return closed;
  return ok({ counts: { ...NO_COUNTS, contacts: touched }, notes: closed.value, covers: null, hasOpenings: false });
};

/** The last row of each customer and name. */
function onePerName(
  rows: readonly ContactRow[],
  idOf: (row: ContactRow) => KnownContactRow['customerId'] | undefined,
): KnownContactRow[] {
  const byName = new Map<string, KnownContactRow>();
  for (const row of rows) {
    const customerId = idOf(row);
    if (customerId !== undefined) byName.set(`${customerId} ${row.name}`, { ...row, customerId });
  }
  return [...byName.values()];
}
