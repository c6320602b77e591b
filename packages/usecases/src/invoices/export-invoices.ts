// The list of invoices as a file: CSV or workbook, everything that matches the filters, in the reader's words.
import { daysBetween, ok, type Result, refuse } from '@quittance/core/kernel';
import type { Language } from '@quittance/core/parties';
import { type InvoiceFilter, type InvoiceListRow, listInvoices } from '@quittance/db/invoices';
import { type ExportColumn, sheet, writeCsv, writeXlsx } from '@quittance/formats/export';
import type { ExportedFile } from '../ageing/index.ts';
import { type Context, readOrganization } from '../context/index.ts';

/** Invoices a file holds at most. */
const MOST_EXPORTED = 200_000;

const HEADERS = {
  fr: [
    'Facture',
    'Compte',
    'Client',
    'Émise le',
    'Échéance',
    'Jours de retard',
    'Montant TTC',
    'Reste dû',
    'Devise',
    'Niveau',
  ],
  en: ['Invoice', 'Account', 'Customer', 'Issued', 'Due', 'Days late', 'Gross', 'Open', 'Currency', 'Level'],
} as const;
const KEYS = [
  ['number', 'text'],
  ['customerRef', 'text'],
  ['customerName', 'text'],
  ['issuedOn', 'day'],
  ['dueOn', 'day'],
  ['daysLate', 'int'],
  ['grossCents', 'cents'],
  ['openCents', 'cents'],
  ['currency', 'text'],
  ['level', 'int'],
] as const;
const NAMES = { fr: 'factures', en: 'invoices' } as const;
const MEDIA_TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** What is exported, and for whom. */
export type InvoiceExport = Readonly<{
  filter: Omit<InvoiceFilter, 'limit' | 'offset'>;
  format: 'csv' | 'xlsx';
  language: Language;
}>;

const columnsIn = (language: Language): ExportColumn[] =>
  KEYS.map(([key, kind], index) => ({ header: HEADERS[language][index]!, key, kind }) as ExportColumn);

/** Every invoice that matches, as a file. Refused beyond 200 000. */
export async function exportInvoices(
  context: Context,
  { filter, format, language }: InvoiceExport,
): Promise<Result<ExportedFile, Readonly<{ code: 'too_large_to_export' }>>> {
  const { items } = await readOrganization(context, (tx) =>
    listInvoices(tx, { ...filter, limit: MOST_EXPORTED + 1, offset: 0 }),
  );
  if (items.length > MOST_EXPORTED) return refuse({ code: 'too_large_to_export' });
  const late = ({ dueOn, openCents }: InvoiceListRow) =>
    openCents === 0 ? 0 : Math.max(0, daysBetween(dueOn, filter.on));
  const table = sheet(
    NAMES[language],
    columnsIn(language),
    items.map((row) => ({ ...row, holdReasons: null, daysLate: late(row) }) as never),
  );
  const content = format === 'csv' ? writeCsv(table) : writeXlsx(table);
  return ok({ fileName: `${NAMES[language]}-${filter.on}.${format}`, mediaType: MEDIA_TYPES[format], content });
}
