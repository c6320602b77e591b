// Invoices found by their number in any dress: its beginning or its end, each an index read of a few rows, however many invoices there are.
import type { CompanyId, Day } from '@quittance/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import { type InvoiceListRow, invoiceColumns, invoiceTables, textAfter } from '../invoices/index.ts';
import type { Tx } from '../tx/index.ts';
import { numberKeys } from './number-keys.ts';

const reversed = (text: string): string => [...text].reverse().join('');

/** What is looked for, where, as of which day. */
export type WantedInvoice = Readonly<{ companyId: CompanyId; on: Day; text: string; limit: number }>;

type Probe = Readonly<{ column: 'number_key' | 'number_end'; start: string; place: number }>;

// Comparisons that say nothing of other organizations' rows may use the index before the row is known to be ours; LIKE may not.
const probeOf =
  ({ companyId, limit }: WantedInvoice) =>
  ({ column, start, place }: Probe): RawBuilder<unknown> =>
    sql`
  (SELECT invoice_id, ${place}::int AS place, length(number_key) - ${[...start].length}::int AS rest FROM invoices
   WHERE org_id = current_org() AND company_id = ${companyId}
     AND ${sql.ref(column)} ~>=~ ${start} AND ${sql.ref(column)} ~<~ ${textAfter(start)}
   ORDER BY ${sql.ref(column)} USING ~<~ LIMIT ${limit})`;

/** Finds invoices whose number begins or ends with the text; as typed before other zeros, the nearest in length first. */
export async function findInvoicesLike(tx: Tx, wanted: WantedInvoice): Promise<InvoiceListRow[]> {
  const probes = numberKeys(wanted.text).flatMap((key, place): Probe[] => [
    { column: 'number_key', start: key, place: Math.min(place, 1) },
    { column: 'number_end', start: reversed(key), place: Math.min(place, 1) },
  ]);
  if (probes.length === 0) return [];
  const { rows } = await sql<InvoiceListRow>`
    WITH near AS MATERIALIZED (${sql.join(probes.map(probeOf(wanted)), sql` UNION ALL `)}), found AS MATERIALIZED (
      SELECT invoice_id, min(rest) AS rest, min(place) AS place FROM near
      GROUP BY invoice_id ORDER BY min(rest) > 0, min(place), min(rest), invoice_id DESC LIMIT ${wanted.limit})
    SELECT ${invoiceColumns(wanted.on)} FROM found f JOIN (${invoiceTables})
      ON i.org_id = current_org() AND i.invoice_id = f.invoice_id
    ORDER BY f.rest > 0, f.place, f.rest, f.invoice_id DESC`.execute(tx);
  return rows;
}
