// Neutral records of bank statements: an account, its balances, its movements; the check that balances and movements agree.
import type { Cents, Currency, Day } from '../../kernel/index.ts';

/** A booked balance of an account on a day; money owed to the bank is negative. */
export type BankBalance = Readonly<{ on: Day; cents: Cents }>;

/** What the payer ordered where the bank changed it into another currency; positive. */
export type OriginalAmount = Readonly<{ cents: Cents; currency: Currency }>;

/** One movement of a bank account as the bank told it; money in is positive. */
export type BankMovement = Readonly<{
  /** Line of the file, or place of the entry in a file without lines, from 1. */
  row: number;
  bookedOn: Day;
  valueOn: Day | null;
  cents: Cents;
  currency: Currency;
  /** Null where the bank tells none, or the same currency. */
  original: OriginalAmount | null;
  /** False for what the bank announces only (CAMT `PDNG`, MT942 before booking). */
  isBooked: boolean;
  /** The bank's code of the kind of movement: CFONB operation code, SWIFT type, ISO domain-family-subfamily. */
  bankCode: string | null;
  /** Everything free the payer or the bank wrote, one piece a line. */
  label: string;
  counterpartyName: string | null;
  counterpartyIban: string | null;
  endToEndId: string | null;
  /** Structured creditor reference (ISO 11649 or the bank's own). */
  creditorReference: string | null;
  mandateId: string | null;
  /** The bank's own reference of the movement. */
  bankReference: string | null;
  /** ISO or CFONB reason where the movement gives back an earlier one (AC04, AM04, MD01…). */
  returnReason: string | null;
  /** The movement undoes an earlier one. */
  isReturn: boolean;
}>;

/** A statement: one account, one currency, a stretch of time. */
export type BankStatement = Readonly<{
  /** The bank's own number of the statement. */
  reference: string | null;
  accountIban: string | null;
  /** The account as written where it is not an IBAN. */
  accountNumber: string | null;
  currency: Currency;
  opening: BankBalance | null;
  closing: BankBalance | null;
  movements: readonly BankMovement[];
}>;

/** How a statement's arithmetic came out; `unknown` where it carries no pair of balances. */
export type BalanceCheck =
  | Readonly<{ state: 'balanced' | 'unknown' }>
  | Readonly<{ state: 'differs'; expectedCents: Cents; foundCents: Cents }>;

/** Opening balance + booked movements = closing balance (ETEBAC, ISO 20022 and SWIFT alike). */
export function checkBalances(statement: BankStatement): BalanceCheck {
  let booked = 0;
  for (const movement of statement.movements) if (movement.isBooked) booked += movement.cents;
  return checkTotals(statement, booked as Cents);
}

/** The same where the booked movements were already summed. */
export function checkTotals(
  { opening, closing }: Pick<BankStatement, 'opening' | 'closing'>,
  bookedCents: Cents,
): BalanceCheck {
  if (opening === null || closing === null) return { state: 'unknown' };
  const found = opening.cents + bookedCents;
  if (found === closing.cents) return { state: 'balanced' };
  return { state: 'differs', expectedCents: closing.cents, foundCents: found as Cents };
}
