// Reads CFONB 120 account statements: one or several accounts and days in a file, any French encoding, lines cut or padded.
import { ok, type Result } from '@quittance/core/kernel';
import {
  type ByteSource,
  type FileRefusal,
  lineBatches,
  NoteBook,
  openUtf8,
  RefusalSignal,
  refusedBy,
} from '../../text/index.ts';
import { type BankFile, type BankOutcome, type BankPiece, type BankReading, wholeFile } from '../bank-file.ts';
import { recordsOf } from './fields.ts';
import { CfonbStatements } from './statements.ts';

const RECORD = 120;

/** The statements of a file as they come. Lines that are no record, and amounts or dates that cannot be read, are errors with their line. */
export function streamCfonb120(source: ByteSource): BankReading {
  const notes = new NoteBook();
  const reading = new CfonbStatements(notes);
  let refused: Result<never, FileRefusal> | null = null;
  const pieces = async function* (): AsyncGenerator<BankPiece, void> {
    try {
      const text = await openUtf8(source, notes);
      for await (const lines of lineBatches(text)) {
        for (const { row, text: line } of lines)
          for (const record of recordsOf(line, RECORD)) if (record.trim() !== '') reading.add({ row, text: record });
        yield* reading.drain();
      }
      reading.finish();
      yield* reading.drain();
      if (reading.heads.length === 0)
        throw new RefusalSignal('no_entry', { expected: 'CFONB 120 records 01, 04, 05, 07' });
    } catch (error) {
      refused = refusedBy(error);
    }
  };
  const outcome = (): Result<BankOutcome, FileRefusal> =>
    refused ?? ok({ format: 'cfonb120', heads: reading.heads, notes: notes.all() });
  return { pieces: pieces(), outcome };
}

/** The same, whole. */
export const readCfonb120 = (source: ByteSource): Promise<Result<BankFile, FileRefusal>> =>
  wholeFile(streamCfonb120(source));
