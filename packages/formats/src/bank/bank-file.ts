// A bank file as read: its statements, the lines that could not be read, and what was odd; whole, or piece by piece.
import type { BankMovement, BankStatement } from '@quittance/core/intake';
import { ok, type Result, type RowError } from '@quittance/core/kernel';
import type { ByteSource, FileNote, FileRefusal } from '../text/index.ts';

/** What reading a bank file gives. A line in error is not among the movements: whoever keeps the rest must say so. */
export type BankFile = Readonly<{
  /** `cfonb120`, `mt940`, `mt942`, `ofx`, or the ISO message such as `camt.053.001.08`. */
  format: string;
  statements: readonly BankStatement[];
  errors: readonly RowError[];
  notes: readonly FileNote[];
}>;

/** A statement without its movements. */
export type StatementHead = Omit<BankStatement, 'movements'>;

/** Some movements of the statement of that place in the file, from 0; and lines that could not be read. */
export type BankPiece = Readonly<{
  statement: number;
  movements: readonly BankMovement[];
  errors: readonly RowError[];
}>;

/** What is known once the last piece was read. */
export type BankOutcome = Readonly<{ format: string; heads: readonly StatementHead[]; notes: readonly FileNote[] }>;

/** A bank file being read. */
export type BankReading = Readonly<{
  pieces: AsyncGenerator<BankPiece, void>;
  /** After the last piece: the statements, or why the file is refused. */
  outcome: () => Result<BankOutcome, FileRefusal>;
}>;

const PIECE = 2_000;

/** A reader of whole files, handing out its movements in pieces. */
export function inPieces(
  read: (source: ByteSource) => Promise<Result<BankFile, FileRefusal>>,
  source: ByteSource,
): BankReading {
  let result: Result<BankFile, FileRefusal> | null = null;
  const pieces = async function* (): AsyncGenerator<BankPiece, void> {
    result = await read(source);
    if (!result.ok) return;
    const { statements, errors } = result.value;
    if (errors.length > 0) yield { statement: 0, movements: [], errors };
    for (const [statement, { movements }] of statements.entries())
      for (let at = 0; at < movements.length; at += PIECE)
        yield { statement, movements: movements.slice(at, at + PIECE), errors: [] };
  };
  const outcome = (): Result<BankOutcome, FileRefusal> => {
    if (result === null) throw new Error('the outcome of a file is known after its last piece');
    if (!result.ok) return result;
    const { format, statements, notes } = result.value;
    return ok({ format, notes, heads: statements.map(({ movements: _, ...head }) => head) });
  };
  return { pieces: pieces(), outcome };
}

/** A file read in pieces, put together. */
export async function wholeFile(reading: BankReading): Promise<Result<BankFile, FileRefusal>> {
  const movements = new Map<number, BankMovement[]>();
  const errors: RowError[] = [];
  for await (const piece of reading.pieces) {
    const known = movements.get(piece.statement);
    if (known) known.push(...piece.movements);
    else movements.set(piece.statement, [...piece.movements]);
    errors.push(...piece.errors);
  }
  const outcome = reading.outcome();
  if (!outcome.ok) return outcome;
  const { format, heads, notes } = outcome.value;
  const statements = heads.map((head, place) => ({ ...head, movements: movements.get(place) ?? [] }));
  return ok({ format, statements, errors, notes });
}
