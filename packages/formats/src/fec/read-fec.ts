// Reading a FEC as a stream: every line is checked and counted, the lines of the accounts asked for become records.
import type { FecLine } from '@quittance/core/intake';
import { ok, type Result, type RowError } from '@quittance/core/kernel';
import {
  type ByteSource,
  checkLineLength,
  type FileRefusal,
  lineEndByte,
  NoteBook,
  openUtf8,
  RefusalSignal,
  refusedBy,
  type Utf8Text,
} from '../text/index.ts';
import { AccountBook } from './facts/accounts.ts';
import { AuxiliaryBook } from './facts/auxiliaries.ts';
import { EntryBook } from './facts/entries.ts';
import { JournalBook } from './facts/journals.ts';
import { Fields } from './fields/fields.ts';
import { type FecLayout, readLayout } from './layout/layout.ts';
import { LineReader } from './line.ts';
import { type FecSummary, summarize } from './summary.ts';
import { isXml, xmlAsText } from './xml.ts';

/** Records and row errors of one stretch of the file, in file order. */
export type FecBatch = Readonly<{ lines: readonly FecLine[]; errors: readonly RowError[] }>;

/** How to read. */
export type FecOptions = Readonly<{
  /** Accounts whose lines become records (all when absent). Asked once per account number as the file spells it. */
  keepAccount?: (account: string) => boolean;
}>;

/** A file being read. Go through `batches` to the end, then ask for the outcome. */
export type FecReading = Readonly<{
  batches: AsyncGenerator<FecBatch, void>;
  /** The summary, or why the file is refused: then nothing it gave may be kept. @throws Error before the end of `batches`. */
  outcome: () => Result<FecSummary, FileRefusal>;
}>;

/** Reads a FEC of any legal variant (LPF art. A47 A-1), text or XML, whatever its encoding, in flat memory. */
export function readFec(source: ByteSource, options: FecOptions = {}): FecReading {
  let outcome: Result<FecSummary, FileRefusal> | null = null;
  async function* batches(): AsyncGenerator<FecBatch, void> {
    try {
      const summary = yield* readBatches(source, options);
      outcome = ok(summary);
    } catch (error) {
      outcome = refusedBy(error);
    }
  }
  return {
    batches: batches(),
    outcome: () => {
      if (!outcome) throw new Error('the FEC has not been read to its end');
      return outcome;
    },
  };
}

async function* readBatches(source: ByteSource, options: FecOptions): AsyncGenerator<FecBatch, FecSummary> {
  const notes = new NoteBook();
  const text = await openUtf8(source, notes);
  const form = isXml(text.sample) ? 'xml' : 'text';
  const { sample, chunks } = form === 'xml' ? await asLines(text, notes) : text;
  const file = new FecFile(readLayout(sample, notes), notes, options.keepAccount ?? (() => true));
  for await (const chunk of chunks) {
    file.push(chunk);
    const batch = file.take();
    if (batch) yield batch;
  }
  file.finish();
  const last = file.take();
  if (last) yield last;
  return file.summary({ form, encoding: text.encoding() });
}

async function asLines(text: Utf8Text, notes: NoteBook): Promise<Pick<Utf8Text, 'sample' | 'chunks'>> {
  const lines = xmlAsText(text.chunks, notes);
  const first = await lines.next();
  const sample = first.value ?? Buffer.alloc(0);
  const chunks = (async function* () {
    yield sample;
    yield* lines;
  })();
  return { sample, chunks };
}

/** One file on its way through: the scanner, and everything its lines add to. */
class FecFile {
  private readonly layout: FecLayout;
  private readonly notes: NoteBook;
  private readonly fields = new Fields();
  private readonly reader: LineReader;
  private readonly accounts: AccountBook;
  private readonly journals: JournalBook;
  private readonly entries = new EntryBook();
  private readonly auxiliaries: AuxiliaryBook;
  private carried: Buffer = Buffer.alloc(0);
  private lines: FecLine[] = [];
  private errors: RowError[] = [];
  private totals = { lines: 0, kept: 0, unreadable: 0, debit: 0, credit: 0 };
  private size = 0;
  private isHeaderRead = false;

  constructor(layout: FecLayout, notes: NoteBook, keep: (account: string) => boolean) {
    this.layout = layout;
    this.notes = notes;
    this.reader = new LineReader(layout, notes);
    this.accounts = new AccountBook(keep);
    this.journals = new JournalBook(notes);
    this.auxiliaries = new AuxiliaryBook(notes);
  }

  /** Scans the complete lines of a chunk; the rest waits for the next. The one loop that sees every byte. */
  push(chunk: Buffer): void {
    const buffer = this.carried.length > 0 ? Buffer.concat([this.carried, chunk]) : chunk;
    const { fields } = this;
    const separator = this.layout.separator.charCodeAt(0);
    const lineEnd = lineEndByte(this.layout.lineEnd);
    let lineStart = 0;
    fields.buffer = buffer;
    fields.open(0);
    for (let i = 0; i < buffer.length; i++) {
      const byte = buffer[i];
      if (byte === separator) fields.close(i);
      else if (byte === lineEnd) {
        fields.close(i);
        this.line();
        lineStart = i + 1;
        fields.open(lineStart);
      }
    }
    this.carried = Buffer.from(buffer.subarray(lineStart));
    checkLineLength(this.carried.length, fields.row + 1);
  }

  /** Reads the last line where the file does not end with a line end. */
  finish(): void {
    const end = this.layout.lineEnd === 'lf' ? '\n' : '\r';
    if (this.carried.length > 0) this.push(Buffer.from(end));
  }

  /** The records and errors since the last call, or null. */
  take(): FecBatch | null {
    if (this.lines.length === 0 && this.errors.length === 0) return null;
    const batch = { lines: this.lines, errors: this.errors };
    this.lines = [];
    this.errors = [];
    return batch;
  }

  private line(): void {
    const { fields } = this;
    fields.row++;
    if (fields.isBlank()) return;
    if (!this.isHeaderRead) {
      this.isHeaderRead = true;
      return;
    }
    const problem = this.reader.read(fields);
    if (problem) {
      this.totals.unreadable++;
      this.errors.push(problem);
    } else this.accept();
  }

  private accept(): void {
    const { fields, totals } = this;
    const { base } = this.reader;
    const facts = this.accounts.facts(base.account);
    const { row } = fields;
    const { group } = facts;
    this.size += Math.abs(base.debit) + Math.abs(base.credit);
    if (this.size > Number.MAX_SAFE_INTEGER)
      throw new RefusalSignal('amounts_too_large', { row, expected: 'sums below 90 000 000 000 000 €' });
    totals.lines++;
    totals.debit += base.debit;
    totals.credit += base.credit;
    const { journalCode: code, journalLabel: label, entryOn, account, debit, credit } = base;
    this.journals.add({ row, code, label, entryOn, account, group, debit, credit });
    this.entries.add(code, base.entryNumber || entryOn, { row, balance: debit - credit });
    if (base.auxiliary !== '') this.auxiliaries.add(base.auxiliary, base.auxiliaryLabel, { row, group });
    if (!facts.isKept) return;
    totals.kept++;
    this.lines.push(this.reader.record(fields, facts));
  }

  /** @throws RefusalSignal `no_entry` when no line but the header was there. */
  summary(source: Pick<FecSummary['variant'], 'form' | 'encoding'>): FecSummary {
    const { totals, layout, journals, entries, notes } = this;
    if (totals.lines + totals.unreadable === 0) {
      throw new RefusalSignal('no_entry', { seen: 'a header line only', expected: 'at least one entry' });
    }
    return summarize({ totals, layout, journals, entries, notes, source });
  }
}
