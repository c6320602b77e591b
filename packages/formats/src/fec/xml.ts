// The XML form of a FEC (LPF art. A47 A-1, schemas A47A-I): rewritten as tab-separated lines so that one reader serves both.
import { StringDecoder } from 'node:string_decoder';
import { SaxesParser } from 'saxes';
import { type NoteBook, RefusalSignal } from '../text/index.ts';
import { FEC_COLUMNS, type FecColumn } from './layout/columns.ts';

const WRITTEN: readonly FecColumn[] = FEC_COLUMNS.filter((name) => name !== 'Montant' && name !== 'Sens');
const SPELLINGS: ReadonlyMap<string, FecColumn> = new Map([
  ...FEC_COLUMNS.map((name) => [name, name] as const),
  ['CompteAuxNum', 'CompAuxNum'],
  ['CompteAuxLib', 'CompAuxLib'],
]);
const LEVELS = ['journal', 'ecriture', 'ligne'] as const;
type Level = (typeof LEVELS)[number];

/** Texts longer than this are cut: no field of an entry is. */
const LONGEST_TEXT = 4096;

/** Whether a text begins like XML. */
export const isXml = (sample: Buffer): boolean => /^[\s\ufeff]*<[?!a-zA-Z]/.test(sample.toString('utf8', 0, 256));

/** Rewrites entries as lines, each on the row of the file where its `ligne` element ends as far as rows allow. */
class EntryWriter {
  private readonly parser = new SaxesParser();
  private readonly values: Record<Level, Map<FecColumn, string>> = {
    journal: new Map(),
    ecriture: new Map(),
    ligne: new Map(),
  };
  private level: Level | null = null;
  private text = '';
  private out: string[] = [];
  private row = 1;
  private depth = 0;
  hasClosingDate = false;

  constructor() {
    this.out.push(`${WRITTEN.join('\t')}\n`);
    this.parser.on('opentag', ({ name }) => this.opened(name));
    this.parser.on('text', (text) => this.append(text));
    this.parser.on('cdata', (text) => this.append(text));
    this.parser.on('closetag', ({ name }) => this.closed(name));
    this.parser.on('error', (error) => this.fail(error.message));
  }

  write(text: string): Buffer {
    this.parser.write(text);
    return this.taken();
  }

  finish(): Buffer {
    this.parser.close();
    return this.taken();
  }

  private taken(): Buffer {
    const text = this.out.join('');
    this.out = [];
    return Buffer.from(text, 'utf8');
  }

  private fail(message: string): never {
    throw new RefusalSignal('malformed_xml', { row: this.parser.line, seen: message, expected: 'well-formed XML' });
  }

  private opened(name: string): void {
    if (this.depth++ === 0 && name !== 'comptabilite') {
      throw new RefusalSignal('wrong_format', { seen: `<${name}>`, expected: '<comptabilite> (XML form of the FEC)' });
    }
    this.text = '';
    const level = LEVELS.find((known) => known === name);
    if (!level) return;
    this.level = level;
    this.values[level].clear();
  }

  private append(text: string): void {
    if (this.text.length < LONGEST_TEXT) this.text += text.slice(0, LONGEST_TEXT);
  }

  private closed(name: string): void {
    this.depth--;
    if (name === 'DateCloture') this.hasClosingDate = true;
    const column = SPELLINGS.get(name);
    if (column && this.level) this.values[this.level].set(column, this.text.replace(/[\s|]+/g, ' ').trim());
    if (name === 'ligne') this.writeLine();
    this.text = '';
  }

  private writeLine(): void {
    const { journal, ecriture, ligne } = this.values;
    const amounts = debitAndCredit(ligne);
    const value = (name: FecColumn): string =>
      amounts.get(name) ?? ligne.get(name) ?? ecriture.get(name) ?? journal.get(name) ?? '';
    for (; this.row + 1 < this.parser.line; this.row++) this.out.push('\n');
    this.row++;
    this.out.push(`${WRITTEN.map(value).join('\t')}\n`);
    this.level = 'ecriture';
  }
}

/** Debit and Credit win; Montant goes to the side Sens names; another Sens leaves both blank, which is then a row error. */
function debitAndCredit(ligne: ReadonlyMap<FecColumn, string>): Map<FecColumn, string> {
  const debit = ligne.get('Debit');
  const credit = ligne.get('Credit');
  if (debit || credit) return sides(debit || '0', credit || '0');
  const sens = (ligne.get('Sens') ?? '').toUpperCase();
  const amount = ligne.get('Montant') ?? '';
  if (sens === 'D' || sens === '+1' || sens === '1') return sides(amount, amount && '0');
  if (sens === 'C' || sens === '-1') return sides(amount && '0', amount);
  return sides('', '');
}

const sides = (debit: string, credit: string): Map<FecColumn, string> =>
  new Map([
    ['Debit', debit],
    ['Credit', credit],
  ]);

/**
 * The tab-separated text of an XML FEC. @throws RefusalSignal `malformed_xml`, `wrong_format`.
 * Entities other than the five of XML are an error, so none can be expanded.
 */
export async function* xmlAsText(chunks: AsyncIterable<Buffer>, notes: NoteBook): AsyncGenerator<Buffer, void> {
  const decoder = new StringDecoder('utf8');
  const writer = new EntryWriter();
  for await (const chunk of chunks) {
    const text = writer.write(decoder.write(chunk));
    if (text.length > 0) yield text;
  }
  const text = writer.finish();
  if (!writer.hasClosingDate) notes.add('missing_closing_date', null);
  if (text.length > 0) yield text;
}
