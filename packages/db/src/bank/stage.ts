// The staging table of a bank file: its booked movements, copied in as they stream by, gone at the end of the transaction.
import type { BankMovement, MovementTraits } from '@quittance/core/intake';
import type { Day } from '@quittance/core/kernel';
import { sql } from 'kysely';
import { copyText } from '../imports/fec/stage.ts';
import { copyIn, type Tx } from '../tx/index.ts';

/** A movement staged: its place in the file, its statement's place, its key. */
export type BankLine = Readonly<{ position: number; statement: number; key: string; movement: BankMovement }>;

/** Makes the empty staging tables: lines, and what is decided of each. */
export async function createBankStage(tx: Tx): Promise<void> {
  await sql`CREATE TEMP TABLE bank_line (
    position integer NOT NULL, statement integer NOT NULL, row_no integer NOT NULL, key uuid NOT NULL, booked_on date NOT NULL, value_on date,
    cents bigint NOT NULL, currency text NOT NULL, original_cents bigint, original_currency text, bank_code text, label text NOT NULL,
    counterparty_name text, counterparty_iban text, end_to_end_id text, creditor_reference text, mandate_id text, bank_reference text,
    return_reason text, is_return boolean NOT NULL
  ) ON COMMIT DROP`.execute(tx);
  await sql`CREATE TEMP TABLE bank_decided (position integer NOT NULL, nth integer, transaction_id bigint, told_as uuid) ON COMMIT DROP`.execute(
    tx,
  );
}

const orNull = (text: string | null): string => (text === null ? '\\N' : copyText(text));

const lineText = ({ position, statement, key, movement: one }: BankLine): string =>
  `${position}\t${statement}\t${one.row}\t${key}\t${one.bookedOn}\t${one.valueOn ?? '\\N'}\t${one.cents}\t${orNull(one.currency)}\t${
    one.original?.cents ?? '\\N'
  }\t${orNull(one.original?.currency ?? null)}\t${orNull(one.bankCode)}\t${copyText(one.label)}\t${orNull(one.counterpartyName)}\t${orNull(
    one.counterpartyIban,
  )}\t${orNull(one.endToEndId)}\t${orNull(one.creditorReference)}\t${orNull(one.mandateId)}\t${orNull(one.bankReference)}\t${orNull(
    one.returnReason,
  )}\t${one.isReturn ? 't' : 'f'}\n`;

async function* asCopy(batches: AsyncIterable<readonly BankLine[]>): AsyncGenerator<string> {
  for await (const batch of batches) if (batch.length > 0) yield batch.map(lineText).join('');
}

/** Copies the lines in, batch after batch; returns their number. */
export async function stageBankLines(tx: Tx, batches: AsyncIterable<readonly BankLine[]>): Promise<number> {
  const lines = await copyIn(tx, 'COPY bank_line FROM STDIN', asCopy(batches));
  await sql`CREATE INDEX ON bank_line (statement, booked_on)`.execute(tx);
  await sql`ANALYZE bank_line`.execute(tx);
  return lines;
}

/** Forgets the lines of statements that the file tells twice. */
export async function unstageStatements(tx: Tx, statements: readonly number[]): Promise<void> {
  await sql`DELETE FROM bank_line WHERE statement = ANY(${[...statements]}::integer[])`.execute(tx);
}

/** Of each statement with booked movements: first and last day, number and sum. */
export type StagedSpan = Readonly<{ statement: number; fromOn: Day; toOn: Day; movements: number; cents: number }>;

/** The staged statements, by their place. */
export async function listStagedSpans(tx: Tx): Promise<StagedSpan[]> {
  const { rows } =
    await sql<StagedSpan>`SELECT statement, min(booked_on) AS "fromOn", max(booked_on) AS "toOn", count(*)::integer AS movements,
    sum(cents)::bigint AS cents FROM bank_line GROUP BY statement ORDER BY statement`.execute(tx);
  return rows;
}

/** Days of those statements, with how many lines each has. */
export async function listStagedDays(tx: Tx, statements: readonly number[]): Promise<{ on: Day; lines: number }[]> {
  const { rows } = await sql<{
    on: Day;
    lines: number;
  }>`SELECT booked_on AS "on", count(*)::integer AS lines FROM bank_line
    WHERE statement = ANY(${[...statements]}::integer[]) GROUP BY booked_on ORDER BY booked_on`.execute(tx);
  return rows;
}

/** A staged line as merging needs it. */
export type StagedLine = MovementTraits & Readonly<{ position: number; statement: number; key: string }>;

/** The lines of those statements on those days, in file order. */
export async function listStagedLines(
  tx: Tx,
  among: Readonly<{ statements: readonly number[]; from: Day; to: Day }>,
): Promise<StagedLine[]> {
  const { rows } = await sql<StagedLine>`SELECT position, statement, key::text AS key, booked_on AS "bookedOn", cents,
      bank_reference AS "bankReference", label, counterparty_name AS "counterpartyName", end_to_end_id AS "endToEndId",
      creditor_reference AS "creditorReference"
    FROM bank_line WHERE statement = ANY(${[...among.statements]}::integer[]) AND booked_on BETWEEN ${among.from} AND ${among.to}
    ORDER BY position`.execute(tx);
  return rows;
}
