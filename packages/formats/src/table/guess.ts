// Guessing a mapping: headers by vocabulary, checked against what the sample's cells look like. Every guess carries its confidence.
import type { TableKind } from '@quittance/core/intake';
import { isIban } from '@quittance/core/parties';
import { decimalMarkOf, readAmount } from './amount.ts';
import { type Cell, cellText } from './cell.ts';
import { COLUMNS, type ColumnSpec, plainHeader } from './columns.ts';
import { dateOrderOf, readDay } from './day.ts';
import type { TableMapping } from './mapping.ts';

/** A guessed mapping and how sure each part of it is. */
export type MappingGuess = Readonly<{
  mapping: TableMapping;
  /** Canonical column → 0 to 1. */
  confidence: Readonly<Record<string, number>>;
  /** Required columns for which no header was found. */
  missing: readonly string[];
  /** Headers that stand for nothing known. */
  unused: readonly string[];
}>;

const EXACT = 1;
const ALIAS = 0.95;
const PART = 0.5;
/** A header this clear keeps its column whatever its cells hold: they give row errors. */
const SURE = 0.9;
/** A guess whose cells do not look like the column is worth this much of itself. */
const UNLIKELY = 0.25;
const LEAST = 0.4;

/** How well a header names a column, by vocabulary alone: 1 canonical, less for vaguer words, 0 for none. */
function nameScore(header: string, spec: ColumnSpec): number {
  const plain = plainHeader(header);
  if (plain === '') return 0;
  if (plain === plainHeader(spec.name)) return EXACT;
  const index = spec.aliases.indexOf(plain);
  if (index >= 0) return ALIAS - index * 0.01;
  const part = spec.aliases.findIndex((alias) => alias.length >= 5 && plain.includes(alias));
  return part >= 0 ? PART - part * 0.005 : 0;
}

const looksLike: Readonly<Record<string, (text: string) => boolean>> = {
  day: (text) => readDay(text, 'dmy') !== null || readDay(text, 'mdy') !== null || /^\d{5}(\.\d+)?$/.test(text),
  amount: (text) => readAmount(text, ',').ok || readAmount(text, '.').ok || /^-?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(text),
  email: (text) => text.includes('@'),
  iban: (text) => isIban(text),
};

/** Whether most filled cells of a column look like what it should hold. */
function isLikely(values: readonly string[], spec: ColumnSpec): boolean {
  const test = looksLike[spec.type === 'text' ? spec.name.replace(/^.*_(?=iban|email)/, '') : spec.type];
  if (!test) return true;
  const filled = values.filter((value) => value !== '');
  return filled.length === 0 || filled.filter(test).length * 2 >= filled.length;
}

type Candidate = Readonly<{ spec: ColumnSpec; index: number; score: number }>;

/** Vaguer than this, a word is only part of a header: it counts for nothing where the whole header names another column. */
const isWhole = (score: number): boolean => score > PART;

function headerCandidates(
  header: string,
  index: number,
  table: { values: readonly string[]; kind: TableKind },
): Candidate[] {
  const named = COLUMNS[table.kind].map((spec) => ({ spec, index, name: nameScore(header, spec) }));
  const hasWhole = named.some(({ name }) => isWhole(name));
  return named
    .filter(({ name }) => name > 0 && (isWhole(name) || !hasWhole))
    .map(({ spec, name }) => ({ spec, index, name, score: isLikely(table.values, spec) ? name : name * UNLIKELY }))
    .filter(({ name, score }) => score >= LEAST || name >= SURE);
}

/** Candidates in the order in which they are taken: required columns first, then the surest. */
function candidates(headers: readonly string[], values: readonly (readonly string[])[], kind: TableKind): Candidate[] {
  return headers
    .flatMap((header, index) => headerCandidates(header, index, { values: values[index]!, kind }))
    .sort((a, b) => Number(b.spec.isRequired) - Number(a.spec.isRequired) || b.score - a.score || a.index - b.index);
}

/** Guesses which header stands for which canonical column of `kind`, from the vocabulary and the sample's cells. */
export function guessMapping(
  headers: readonly string[],
  sampleRows: readonly (readonly Cell[])[],
  kind: TableKind,
): MappingGuess {
  const values = headers.map((_, index) => sampleRows.map((cells) => cellText(cells[index])));
  const columns: Record<string, string> = {};
  const confidence: Record<string, number> = {};
  const indexOf: Record<string, number> = {};
  const usedHeaders = new Set<number>();
  for (const { spec, index, score } of candidates(headers, values, kind)) {
    if (spec.name in columns || usedHeaders.has(index)) continue;
    columns[spec.name] = headers[index]!;
    confidence[spec.name] = Math.round(score * 100) / 100;
    indexOf[spec.name] = index;
    usedHeaders.add(index);
  }
  const unused = headers.filter((header, index) => header !== '' && !usedHeaders.has(index));
  const mapping = { kind, columns, ...writingOf(values, kind, indexOf) };
  return { mapping, confidence, missing: missingColumns(mapping), unused };
}

/** The day order of the file and the decimal mark of each amount column, over the sample. */
function writingOf(values: readonly (readonly string[])[], kind: TableKind, indexOf: Readonly<Record<string, number>>) {
  const mapped = COLUMNS[kind].filter((spec) => spec.name in indexOf);
  const cellsOf = (spec: ColumnSpec): readonly string[] => values[indexOf[spec.name]!]!;
  const days = mapped.filter((spec) => spec.type === 'day').flatMap(cellsOf);
  const amounts = mapped.filter((spec) => spec.type === 'amount');
  const decimalMarks = Object.fromEntries(amounts.map((spec) => [spec.name, decimalMarkOf(cellsOf(spec))]));
  return { dateOrder: dateOrderOf(days), decimalMarks };
}

/** Required columns a mapping has no header for. An invoice file may leave `kind` to the sign, a bank file give debit and credit. */
export function missingColumns(mapping: Pick<TableMapping, 'kind' | 'columns'>): string[] {
  const has = (name: string): boolean => name in mapping.columns;
  return COLUMNS[mapping.kind]
    .filter((spec) => spec.isRequired && !has(spec.name))
    .map((spec) => spec.name)
    .filter((name) => !(mapping.kind === 'invoices' && name === 'kind'))
    .filter((name) => !(mapping.kind === 'bank' && name === 'amount' && has('debit') && has('credit')));
}

/** How sure it is that a table is of the guessed kind: 0 when a required column is missing, else the mean over required ones, less unused headers. */
export function kindConfidence(guess: MappingGuess): number {
  if (guess.missing.length > 0) return 0;
  const required = COLUMNS[guess.mapping.kind].filter((spec) => spec.isRequired);
  const sum = required.reduce((total, { name }) => total + (guess.confidence[name] ?? LEAST), 0);
  const used = Object.keys(guess.mapping.columns).length;
  return (sum / required.length) * (used / (used + guess.unused.length));
}
