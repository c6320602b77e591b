// Importing bank statements in the banks' own formats.
import { refuse } from '@quittance/core/kernel';
import { BANK_KINDS, type BankPiece, type BankReading, openBankFile } from '@quittance/formats/bank';
import type { Importer, ImportRun } from '../importer.ts';
import { saveBankFile } from './save-file.ts';

/** The same pieces, their lines counted and their errors kept. */
async function* counted({ pieces }: BankReading, run: ImportRun): AsyncGenerator<BankPiece, void> {
  for await (const piece of pieces) {
    run.errors.addUnread(piece.errors);
    run.errors.read(piece.movements.length);
    run.progress.rows(piece.movements.length);
    yield piece;
  }
}

/** Brings a statement file in. */
export const importStatements: Importer = async (tx, run) => {
  const kind = BANK_KINDS.find((one) => one === run.kind);
  if (!kind) return refuse({ code: 'wrong_format', row: null, seen: run.kind, expected: BANK_KINDS.join(' ') });
  const reading = openBankFile(kind, run.progress.count(run.open()));
  return saveBankFile(tx, run, { ...reading, pieces: counted(reading, run) });
};
