// Payments as a file: CSV or workbook, everything that matches the filters, in the reader's words; money not applied with its age.
import { type CompanyId, ok, type Result, refuse } from '@quittance/core/kernel';
import type { Language } from '@quittance/core/parties';
import { listPayments, type PaymentFilter } from '@quittance/db/payments';
import { type ExportColumn, sheet, writeCsv, writeXlsx } from '@quittance/formats/export';
import type { ExportedFile } from '../ageing/index.ts';
import { type Context, readOrganization } from '../context/index.ts';
import { companyToday } from './today.ts';

/** Payments a file holds at most. */
const MOST_EXPORTED = 200_000;

const COLUMNS = [
  ['customerRef', 'text', 'Compte', 'Account'],
  ['customerName', 'text', 'Client', 'Customer'],
  ['on', 'day', 'Reçu le', 'Received'],
  ['ageDays', 'int', 'Ancienneté (jours)', 'Age (days)'],
  ['reference', 'text', 'Référence', 'Reference'],
  ['cents', 'cents', 'Montant', 'Amount'],
  ['openCents', 'cents', 'Non affecté', 'Not applied'],
  ['currency', 'text', 'Devise', 'Currency'],
] as const;
const NAMES = {
  unapplied: { fr: 'encaissements-non-affectes', en: 'unapplied-payments' },
  all: { fr: 'encaissements', en: 'payments' },
  returned: { fr: 'impayes', en: 'returned-payments' },
} as const;
const MEDIA_TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** What is exported, and for whom. */
export type PaymentExport = Readonly<{
  filter: Omit<PaymentFilter, 'limit' | 'offset' | 'today'> & Readonly<{ companyId: CompanyId }>;
  format: 'csv' | 'xlsx';
  language: Language;
}>;

const columnsIn = (language: Language): ExportColumn[] =>
  COLUMNS.map(([key, kind, fr, en]) => ({ header: language === 'fr' ? fr : en, key, kind }));

/** Every payment that matches, as a file; money out is negative. Refused beyond 200 000. */
export const exportPayments = (
  context: Context,
  { filter, format, language }: PaymentExport,
): Promise<Result<ExportedFile, Readonly<{ code: 'too_large_to_export' }>>> =>
  readOrganization(context, async (tx) => {
    const { today } = await companyToday(tx, context, filter.companyId);
    const { items } = await listPayments(tx, { ...filter, today, limit: MOST_EXPORTED + 1, offset: 0 });
    if (items.length > MOST_EXPORTED) return refuse({ code: 'too_large_to_export' });
    const name = NAMES[filter.view][language];
    const rows = items.map((row) => ({ ...row, cents: row.direction === 'out' ? -row.cents : row.cents }));
    const table = sheet(name, columnsIn(language), rows as never);
    const content = format === 'csv' ? writeCsv(table) : writeXlsx(table);
    return ok({ fileName: `${name}-${today}.${format}`, mediaType: MEDIA_TYPES[format], content });
  });
