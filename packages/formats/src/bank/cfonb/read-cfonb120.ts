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
import type { BankFile } from '../bank-file.ts';
import { CfonbStatements } from './statements.ts';

const RECORD = 120;

/** The statements of a file. Lines that are no record, and amounts or dates that cannot be read, are errors with their line. */
export async function readCfonb120(source: ByteSource): Promise<Result<BankFile, FileRefusal>> {
  const notes = new NoteBook();
  const reading = new CfonbStatements(notes);
  try {
    const text = await openUtf8(source, notes);
    for await (const lines of lineBatches(text))
      for (const line of lines) {
        if (line.text.trim() === '') continue;
        for (const record of records(line.text)) reading.add({ row: line.row, text: record });
      }
    reading.finish();
    if (reading.statements.length === 0)
      throw new RefusalSignal('no_entry', { expected: 'CFONB 120 records 01, 04, 05, 07' });
  } catch (error) {
    return refusedBy(error);
  }
  return ok({ format: 'cfonb120', statements: reading.statements, errors: reading.errors, notes: notes.all() });
}

/** Some banks send records without line ends: the line is cut every 120 characters. */
function records(text: string): string[] {
  if (text.length <= RECORD || text.length % RECORD !== 0) return [text];
  return Array.from({ length: text.length / RECORD }, (_, index) => text.slice(index * RECORD, (index + 1) * RECORD));
}
