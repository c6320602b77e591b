// A line of a customer account, made ready: whose it is, its signed amount, its document, what identifies it, its letter group.
import { type Cents, cents, type Day } from '../../kernel/index.ts';
import type { FecLine } from '../fec-records.ts';

/** A line of 411* or 416* as the ledger sees it. */
export type CustomerLine = Readonly<{
  row: number;
  journalCode: string;
  entryNumber: string;
  entryOn: Day;
  customerRef: string;
  customerName: string;
  /** Held on 416*: the same customer, doubtful. */
  isDoubtful: boolean;
  /** Debit positive, credit negative, never zero. */
  cents: Cents;
  /** Number of the document, or the best name the line offers. */
  number: string;
  /** The piece reference names a document: it is neither empty nor a stopgap such as "-" or "0000000". */
  hasPiece: boolean;
  /** Day of the document. */
  issuedOn: Day;
  label: string;
  /** Account, customer and letter code; empty where the line is not lettered. */
  letterGroup: string;
  letteredOn: Day | null;
}>;

const DOUBTFUL = '416';
const CUSTOMERS = '411';

/** Whether an account is a customer's: 411* customers, 416* doubtful customers (PCG). */
export const isCustomerAccount = (account: string): boolean =>
  account.startsWith(CUSTOMERS) || account.startsWith(DOUBTFUL);

const STOPGAP = /^(?:[-/.*_\s0]*|r?an|ano|a ?nouv\w*|anouv|sans|n\/?a|none|null|neant|divers|\?+)$/i;
const LONGEST_NUMBER = 100;
const LONGEST_LABEL = 200;
const tidy = (text: string, limit: number): string => text.replace(/\s+/g, ' ').trim().slice(0, limit);

/** Whether a piece reference names a document. */
export const isPieceReference = (pieceRef: string): boolean => !STOPGAP.test(pieceRef.trim());

const customerRefOf = (line: FecLine): string =>
  line.auxiliary !== '' ? line.auxiliary : `${CUSTOMERS}${line.account.slice(CUSTOMERS.length)}`;

const customerNameOf = (line: FecLine, ref: string): string => {
  const label = line.auxiliary !== '' ? line.auxiliaryLabel : line.accountLabel;
  return tidy(label, LONGEST_LABEL) || ref;
};

const numberOf = (line: FecLine, hasPiece: boolean): string => {
  if (hasPiece) return tidy(line.pieceRef, LONGEST_NUMBER);
  if (isPieceReference(line.entryNumber)) return tidy(line.entryNumber, LONGEST_NUMBER);
  return tidy(line.label, LONGEST_NUMBER) || `${line.journalCode} ${line.entryOn}`;
};

const issuedOnOf = (line: FecLine): Day =>
  line.pieceOn !== null && line.pieceOn < line.entryOn ? line.pieceOn : line.entryOn;

/** Between the parts of an identity: a character no FEC field can hold. */
const SEPARATOR = '\u001f';

/** Reads a line of a customer account; null where its debit and credit are equal (nothing happens on the account). */
export function readCustomerLine(line: FecLine): CustomerLine | null {
  const balance = line.debitCents - line.creditCents;
  if (balance === 0) return null;
  const hasPiece = isPieceReference(line.pieceRef);
  const customerRef = customerRefOf(line);
  return {
    row: line.row,
    journalCode: line.journalCode,
    entryNumber: line.entryNumber,
    entryOn: line.entryOn,
    customerRef,
    customerName: customerNameOf(line, customerRef),
    isDoubtful: line.account.startsWith(DOUBTFUL),
    cents: cents(balance),
    number: numberOf(line, hasPiece),
    hasPiece,
    issuedOn: issuedOnOf(line),
    label: tidy(line.label, LONGEST_LABEL),
    letterGroup: line.lettering === '' ? '' : [customerRef, line.account, line.lettering].join(SEPARATOR),
    letteredOn: line.letteredOn,
  };
}

/**
 * What makes a line the same line in any export of its year: journal, entry number and date, account, auxiliary, piece, amount.
 * Not its label nor its lettering, which software rewrites. Identical lines are told apart by counting them in file order.
 */
export const lineIdentity = (line: FecLine): string =>
  [
    line.journalCode,
    line.entryNumber,
    line.entryOn,
    line.account,
    line.auxiliary,
    line.pieceRef,
    line.debitCents - line.creditCents,
  ].join(SEPARATOR);
