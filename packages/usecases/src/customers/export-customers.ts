// The filtered list of customers as a file: CSV or workbook, in the reader's words; no cell is taken for a formula.
import { type CompanyId, type Day, ok, type Result, refuse } from '@quittance/core/kernel';
import type { Language } from '@quittance/core/parties';
import { type CustomerFilters, type CustomerListRow, type CustomerSort, listCustomers } from '@quittance/db/customers';
import { type ExportColumn, sheet, writeCsv, writeXlsx } from '@quittance/formats/export';
import type { ExportedFile } from '../ageing/index.ts';
import { customerScope } from '../companies/customer-scope.ts';
import { getSettings } from '../companies/settings.ts';
import { type Context, readOrganization } from '../context/index.ts';
import { scenarioCodeOf } from '../reminders/load-facts.ts';

/** Customers a file holds at most. */
const MOST_EXPORTED = 200_000;

/** What is exported, in which order, and for whom. */
export type CustomersExport = Readonly<{
  companyId: CompanyId;
  on: Day;
  filters: CustomerFilters;
  sort: CustomerSort;
  descending: boolean;
  format: 'csv' | 'xlsx';
  /** Keys of the columns wanted after code and name; null for all. Keys of no column are passed over. */
  columns: readonly string[] | null;
  language: Language;
}>;

const WORDS = {
  fr: {
    file: 'clients',
    sheet: 'Clients',
    headers: [
      'Compte',
      'Client',
      'Nature',
      'Segment',
      'Responsable',
      'Scénario',
      'En retard',
      'Encours',
      'Devise',
      'Plus ancienne échéance',
      'Étape',
      'Dernier contact',
      'Douteux',
      'Suspendu',
      'E-mail',
    ],
    reachable: ['joignable', 'aucun'],
    kind: { business: 'Entreprise', consumer: 'Particulier', public: 'Secteur public' },
    yes: 'oui',
  },
  en: {
    file: 'customers',
    sheet: 'Customers',
    headers: [
      'Account',
      'Customer',
      'Kind',
      'Segment',
      'Owner',
      'Scenario',
      'Overdue',
      'Outstanding',
      'Currency',
      'Oldest due date',
      'Step',
      'Last contact',
      'Doubtful',
      'On hold',
      'E-mail',
    ],
    reachable: ['reachable', 'none'],
    kind: { business: 'Business', consumer: 'Consumer', public: 'Public body' },
    yes: 'yes',
  },
} as const;

const KEYS = [
  'ref',
  'name',
  'kind',
  'segment',
  'owner',
  'scenario',
  'overdue',
  'outstanding',
  'currency',
  'oldest',
  'level',
  'contacted',
  'doubtful',
  'held',
  'email',
] as const;
type Key = (typeof KEYS)[number];
const FIRST: ReadonlySet<Key> = new Set(['ref', 'name']);
const AMOUNTS: ReadonlySet<Key> = new Set(['overdue', 'outstanding']);
const KINDS: Readonly<Partial<Record<string, ExportColumn['kind']>>> = {
  overdue: 'cents',
  outstanding: 'cents',
  oldest: 'day',
  level: 'int',
  contacted: 'day',
};

/** Code and name stand first, the others in the order asked for; amounts never without their currency. */
function keysOf(columns: readonly string[] | null): readonly Key[] {
  if (columns === null) return KEYS;
  const asked = [...new Set(columns)].flatMap((name) => KEYS.find((key) => key === name && !FIRST.has(key)) ?? []);
  const isPriced = asked.some((key) => AMOUNTS.has(key)) && !asked.includes('currency');
  return [...FIRST, ...asked, ...(isPriced ? (['currency'] as const) : [])];
}

const columnsIn = (language: Language, columns: readonly string[] | null): ExportColumn<Key>[] =>
  keysOf(columns).map((key) => {
    return { header: WORDS[language].headers[KEYS.indexOf(key)]!, key, kind: KINDS[key] ?? 'text' };
  });

const rowOf = (row: CustomerListRow, of: Readonly<{ language: Language; currency: string; scenario: string }>) => {
  const { kind, yes, reachable } = WORDS[of.language];
  return {
    ...{ ref: row.ref, name: row.name, kind: kind[row.kind], segment: row.segment, owner: row.ownerEmail },
    ...{ scenario: of.scenario, overdue: row.overdueCents, outstanding: row.outstandingCents, currency: of.currency },
    ...{ oldest: row.oldestDueOn, level: row.level, contacted: row.lastContactOn },
    doubtful: row.doubtful ? yes : '',
    held: row.held ? yes : '',
    email: reachable[row.withoutEmail ? 1 : 0],
  };
};

const MEDIA_TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Every customer found. Refused beyond `MOST_EXPORTED`. */
export async function exportCustomers(
  context: Context,
  asked: CustomersExport,
): Promise<Result<ExportedFile, { code: 'too_large_to_export'; facts: { limit: number } }>> {
  const { language, filters, sort, descending, on, format } = asked;
  const { rows, total } = await readOrganization(context, async (tx) => {
    const settings = await getSettings(tx, asked.companyId);
    const page = { sort, descending, limit: MOST_EXPORTED, offset: 0 };
    const found = await listCustomers(tx, { filters, scope: customerScope(settings, on), page });
    const { currency, policy } = settings;
    const made = found.items.map((row) => rowOf(row, { language, currency, scenario: scenarioCodeOf(row, policy) }));
    return { rows: made, total: found.total };
  });
  if (total > MOST_EXPORTED) return refuse({ code: 'too_large_to_export', facts: { limit: MOST_EXPORTED } });
  const table = sheet(WORDS[language].sheet, columnsIn(language, asked.columns), rows);
  const content = format === 'csv' ? writeCsv(table) : writeXlsx(table);
  return ok({ fileName: `${WORDS[language].file}-${on}.${format}`, mediaType: MEDIA_TYPES[format], content });
}
