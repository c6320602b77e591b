// The aged balance as a file: CSV or workbook, every customer found, in the reader's words.
import { type Day, ok, type Result, refuse } from '@quittance/core/kernel';
import type { Language } from '@quittance/core/parties';
import { type AgedBalanceLine, readAgedBalance } from '@quittance/db/ageing';
import { type ExportColumn, sheet, writeCsv, writeXlsx } from '@quittance/formats/export';
import { getSettings } from '../companies/index.ts';
import { type Context, readOrganization } from '../context/index.ts';
import type { AgedBalancePageRequest } from './aged-balance-page.ts';
import { AGEING_BUCKETS } from './aged-balance-report.ts';

/** Customers a file holds at most. */
const MOST_EXPORTED = 200_000;

/** A file to hand over; its bytes come as they are read. */
export type ExportedFile = Readonly<{ fileName: string; mediaType: string; content: AsyncIterable<Buffer> }>;

/** What is exported, and for whom. */
export type ExportRequest = Pick<AgedBalancePageRequest, 'companyId' | 'on' | 'search'> &
  Readonly<{
    /** One account exactly. */
    ref?: string;
    format: 'csv' | 'xlsx';
    language: Language;
  }>;

const WORDS = {
  fr: {
    file: 'balance-agee',
    sheet: 'Balance âgée',
    ref: 'Compte',
    name: 'Client',
    not_due: 'Non échu',
    days: 'jours',
    more: 'jours et plus',
    unapplied: 'Non imputé',
    total: 'Total',
    currency: 'Devise',
  },
  en: {
    file: 'aged-balance',
    sheet: 'Aged balance',
    ref: 'Account',
    name: 'Customer',
    not_due: 'Not due',
    days: 'days',
    more: 'days and more',
    unapplied: 'Unapplied',
    total: 'Total',
    currency: 'Currency',
  },
} as const;

const MEDIA_TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

function columnsIn(language: Language): ExportColumn[] {
  const words = WORDS[language];
  const buckets = AGEING_BUCKETS.map(({ key, fromDays, toDays }): ExportColumn => {
    if (fromDays === null) return { header: words.not_due, key, kind: 'cents' };
    const header = toDays === null ? `${fromDays} ${words.more}` : `${fromDays}-${toDays} ${words.days}`;
    return { header, key, kind: 'cents' };
  });
  return [
    { header: words.ref, key: 'ref', kind: 'text' },
    { header: words.name, key: 'name', kind: 'text' },
    ...buckets,
    { header: words.unapplied, key: 'unapplied', kind: 'cents' },
    { header: words.total, key: 'total', kind: 'cents' },
    { header: words.currency, key: 'currency', kind: 'text' },
  ];
}

const rowOf = (line: AgedBalanceLine, currency: string) => ({
  ...line.cents,
  ref: line.ref,
  name: line.name,
  unapplied: line.unappliedCents,
  total: line.totalCents,
  currency,
});

async function readLines(context: Context, { companyId, on, search, ref }: ExportRequest) {
  return readOrganization(context, async (tx) => {
    const { currency } = await getSettings(tx, companyId);
    const query = { companyId, currency, on, buckets: AGEING_BUCKETS, sort: 'ref', descending: false };
    const found = { ...(search === undefined ? {} : { search }), ...(ref === undefined ? {} : { ref }) };
    const page = { limit: MOST_EXPORTED + 1, ...found };
    const { lines } = await readAgedBalance(tx, { ...query, ...page });
    return { lines, currency };
  });
}

const fileName = (on: Day, { format, language }: ExportRequest): string => `${WORDS[language].file}-${on}.${format}`;

/** Every customer found, by account, as a file. Refused beyond `MOST_EXPORTED` customers. */
export async function exportAgedBalance(
  context: Context,
  asked: ExportRequest,
): Promise<Result<ExportedFile, Readonly<{ code: 'too_large_to_export' }>>> {
  const { lines, currency } = await readLines(context, asked);
  if (lines.length > MOST_EXPORTED) return refuse({ code: 'too_large_to_export' });
  const rows = lines.map((line) => rowOf(line, currency));
  const table = sheet(WORDS[asked.language].sheet, columnsIn(asked.language), rows);
  const content = asked.format === 'csv' ? writeCsv(table) : writeXlsx(table);
  return ok({ fileName: fileName(asked.on, asked), mediaType: MEDIA_TYPES[asked.format], content });
}
