// Staging: a bank file streams by, its booked movements go to the database, what is left aside is counted.
import { createHash, type Hash } from 'node:crypto';
import { ok, type Result } from '@quittance/core/kernel';
import { type BankLine, createBankStage, stageBankLines, unstageStatements } from '@quittance/db/bank/write';
import type { Tx } from '@quittance/db/tx';
import type { BankOutcome, BankPiece, BankReading, StatementHead } from '@quittance/formats/bank';
import type { ImportRun } from '../importer.ts';
import type { ImportRefusal } from '../report.ts';
import { hashedKey } from './movement-keys.ts';

/** A statement of the file that is to be kept, with its place there. */
export type PlacedHead = StatementHead & Readonly<{ statement: number }>;

/** What was staged. */
export type StagedFile = Readonly<{
  format: string;
  heads: readonly PlacedHead[];
  notes: BankOutcome['notes'];
  lines: number;
  /** Announced only, of no amount, and statements told twice. */
  pending: number;
  zeros: number;
  repeated: number;
}>;

class Stager {
  pending = 0;
  zeros = 0;
  private position = 0;
  private readonly digests = new Map<number, Hash>();

  async *lines(pieces: AsyncGenerator<BankPiece, void>): AsyncGenerator<readonly BankLine[]> {
    for await (const { statement, movements } of pieces) {
      const kept = movements.filter(({ isBooked, cents }) => isBooked && cents !== 0);
      this.pending += movements.filter(({ isBooked }) => !isBooked).length;
      this.zeros += movements.filter(({ isBooked, cents }) => isBooked && cents === 0).length;
      if (kept.length > 0) yield kept.map((movement) => this.line(statement, movement));
    }
  }

  private line(statement: number, movement: BankLine['movement']): BankLine {
    const key = hashedKey(movement);
    const digest = this.digests.get(statement) ?? createHash('md5');
    this.digests.set(statement, digest.update(key));
    this.position += 1;
    return { position: this.position, statement, key, movement };
  }

  /** Places of statements that say, balances and reference included, what one before them said. */
  repeated(heads: readonly StatementHead[]): number[] {
    const met = new Set<string>();
    return heads.flatMap((head, place) => {
      const digest = this.digests.get(place)?.digest('hex');
      if (digest === undefined || (head.opening === null && head.closing === null && head.reference === null))
        return [];
      const all = JSON.stringify([digest, head]);
      if (met.has(all)) return [place];
      met.add(all);
      return [];
    });
  }
}

/** Reads the file into the staging table; refused where it is none. */
export async function stageBankFile(
  tx: Tx,
  run: ImportRun,
  reading: BankReading,
): Promise<Result<StagedFile, ImportRefusal>> {
  await createBankStage(tx);
  run.progress.enter('reading');
  const stager = new Stager();
  const lines = await stageBankLines(tx, stager.lines(reading.pieces));
  const outcome = reading.outcome();
  if (!outcome.ok) return outcome;
  const { format, heads, notes } = outcome.value;
  const repeated = stager.repeated(heads);
  if (repeated.length > 0) await unstageStatements(tx, repeated);
  const kept = heads
    .map((head, statement) => ({ ...head, statement }))
    .filter((one) => !repeated.includes(one.statement));
  const { pending, zeros } = stager;
  return ok({ format, heads: kept, notes, lines, pending, zeros, repeated: repeated.length });
}
