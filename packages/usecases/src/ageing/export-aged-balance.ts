// The aged balance as a file: CSV or workbook, every row found, in the reader's words.
import { allCents, type Buckets } from '@quittance/core/ageing';
import { type Day, ok, type Result, refuse } from '@quittance/core/kernel';
import type { Language } from '@quittance/core/parties';
import { type ExportColumn, sheet, writeCsv, writeXlsx } from '@quittance/formats/export';
import { getSettings } from '../companies/index.ts';
import { type Context, readOrganization } from '../context/index.ts';
import type { AgedBalancePageRequest } from './aged-balance-page.ts';
import { readChoices, readPicture } from './aged-picture.ts';
import { bucketsFor } from './bounds.ts';
import { type AgedRow, findLines, type GroupBy, orderedRows } from './find-lines.ts';

/** Customers a file holds at most. */
const MOST_EXPORTED = 200_000;

/** A file to hand over; its bytes come as they are read. */
export type ExportedFile = Readonly<{ fileName: string; mediaType: string; content: AsyncIterable<Buffer> }>;

/** What is exported, and for whom. */
export type ExportRequest = Pick<
  AgedBalancePageRequest,
  'companyId' | 'on' | 'search' | 'ref' | 'filter' | 'by' | 'bounds'
> &
  Readonly<{
    format: 'csv' | 'xlsx';
    language: Language;
  }>;

const WORDS = {
  fr: {
    file: 'balance-agee',
    sheet: 'Balance âgée',
    ref: 'Compte',
    name: 'Client',
    segment: 'Segment',
    owner: 'Responsable',
    ownerEmail: 'Adresse e-mail',
    customers: 'Clients',
    disputed: 'dont en litige',
    held: 'dont suspendu',
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
    segment: 'Segment',
    owner: 'Owner',
    ownerEmail: 'E-mail address',
    customers: 'Customers',
    disputed: 'of which disputed',
    held: 'of which on hold',
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

/** Title of a bucket's column. */
export function bucketTitle({ fromDays, toDays }: Buckets[number], language: Language): string {
  const words = WORDS[language];
  if (fromDays === null) return words.not_due;
  return toDays === null ? `${fromDays} ${words.more}` : `${fromDays}-${toDays} ${words.days}`;
}

function firstColumns(by: GroupBy, language: Language): ExportColumn[] {
  const words = WORDS[language];
  const customers: ExportColumn = { header: words.customers, key: 'customers', kind: 'int' };
  if (by === 'segment') return [{ header: words.segment, key: 'name', kind: 'text' }, customers];
  if (by === 'owner')
    return [
      { header: words.owner, key: 'name', kind: 'text' },
      { header: words.ownerEmail, key: 'ref', kind: 'text' },
      customers,
    ];
  return [
    { header: words.ref, key: 'ref', kind: 'text' },
    { header: words.name, key: 'name', kind: 'text' },
  ];
}

function columnsIn(language: Language, by: GroupBy, buckets: Buckets): ExportColumn[] {
  const words = WORDS[language];
  return [
    ...firstColumns(by, language),
    ...buckets.map(
      (bucket): ExportColumn => ({ header: bucketTitle(bucket, language), key: bucket.key, kind: 'cents' }),
    ),
    { header: words.unapplied, key: 'unapplied', kind: 'cents' },
    { header: words.total, key: 'total', kind: 'cents' },
    { header: words.currency, key: 'currency', kind: 'text' },
    { header: words.disputed, key: 'disputed', kind: 'cents' },
    { header: words.held, key: 'held', kind: 'cents' },
  ];
}

const rowOf = (line: AgedRow, currency: string, keys: readonly string[]) => ({
  ...line.cents,
  ref: line.ref,
  name: line.name,
  customers: line.customers,
  unapplied: line.unappliedCents,
  total: line.totalCents,
  currency,
  disputed: allCents(line, keys, 'disputed'),
  held: allCents(line, keys, 'held'),
});

async function readRows(context: Context, asked: ExportRequest) {
  const { companyId, on } = asked;
  return readOrganization(context, async (tx) => {
    const { currency, policy } = await getSettings(tx, companyId);
    const buckets = bucketsFor(asked.bounds ?? policy.ageingBounds);
    const order = { ...asked, sort: 'ref', descending: false };
    const found = findLines(await readPicture(tx, context, { companyId, currency, on, buckets }), order);
    const keys = buckets.map(({ key }) => key);
    const rows = orderedRows(found, order, { keys, choices: await readChoices(tx, context, companyId) });
    return { rows, currency, buckets, keys };
  });
}

const fileName = (on: Day, { format, language }: ExportRequest): string => `${WORDS[language].file}-${on}.${format}`;

/** Every customer found, by account, as a file. Refused beyond `MOST_EXPORTED` customers. */
export async function exportAgedBalance(
  context: Context,
  asked: ExportRequest,
): Promise<Result<ExportedFile, Readonly<{ code: 'too_large_to_export' }>>> {
  const { rows: found, currency, buckets, keys } = await readRows(context, asked);
  if (found.length > MOST_EXPORTED) return refuse({ code: 'too_large_to_export' });
  const rows = found.map((row) => rowOf(row, currency, keys));
  const table = sheet(WORDS[asked.language].sheet, columnsIn(asked.language, asked.by ?? 'customer', buckets), rows);
  const content = asked.format === 'csv' ? writeCsv(table) : writeXlsx(table);
  return ok({ fileName: fileName(asked.on, asked), mediaType: MEDIA_TYPES[asked.format], content });
}
