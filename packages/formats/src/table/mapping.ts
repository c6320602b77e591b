// Mapping: which header of a file stands for which canonical column, and how its days and amounts are written. Kept as JSON.
import { TABLE_KINDS, type TableKind } from '@quittance/core/intake';
import { ok, type Result, refuse } from '@quittance/core/kernel';
import type { DecimalMark } from './amount.ts';
import { COLUMNS } from './columns.ts';
import type { DateOrder } from './day.ts';

/** How to read the table files of one layout. */
export type TableMapping = Readonly<{
  kind: TableKind;
  /** Canonical column → header as the file spells it. */
  columns: Readonly<Record<string, string>>;
  dateOrder: DateOrder;
  /** Decimal mark of amount columns, by canonical name, where the file's sample told it. */
  decimalMarks: Readonly<Record<string, DecimalMark>>;
}>;

/** Why a mapping document was not accepted. */
export type MappingRefusal = Readonly<{ code: 'unreadable_mapping'; seen: string; expected: string }>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const refused = (seen: string, expected: string) =>
  refuse({ code: 'unreadable_mapping', seen: seen.slice(0, 80), expected } as const);

/** Reads a mapping document: `{kind, columns: {canonical: header}, dateOrder?, decimalMarks?}`. */
export function parseMapping(json: string): Result<TableMapping, MappingRefusal> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return refused(json, 'a JSON document');
  }
  if (!isRecord(value)) return refused(json, 'an object');
  const kind = TABLE_KINDS.find((known) => known === value.kind);
  if (!kind) return refused(String(value.kind), TABLE_KINDS.join(', '));
  if (!isRecord(value.columns)) return refused('columns', 'an object from canonical column to header');
  const columns: Record<string, string> = {};
  for (const [name, header] of Object.entries(value.columns)) {
    if (!COLUMNS[kind].some((spec) => spec.name === name))
      return refused(name, COLUMNS[kind].map((spec) => spec.name).join(' '));
    if (typeof header !== 'string') return refused(name, 'a header');
    columns[name] = header;
  }
  const dateOrder = value.dateOrder === 'mdy' ? 'mdy' : 'dmy';
  return ok({ kind, columns, dateOrder, decimalMarks: marksOf(value.decimalMarks) });
}

function marksOf(value: unknown): Record<string, DecimalMark> {
  if (!isRecord(value)) return {};
  const marks = Object.entries(value).filter(([, mark]) => mark === ',' || mark === '.');
  return Object.fromEntries(marks) as Record<string, DecimalMark>;
}

/** The mapping as a document to keep beside the file. */
export const formatMapping = (mapping: TableMapping): string => `${JSON.stringify(mapping, null, 2)}\n`;
