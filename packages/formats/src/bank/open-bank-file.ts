// Opens a bank file of a known kind.
import type { ByteSource } from '../text/index.ts';
import { type BankReading, inPieces } from './bank-file.ts';
import { readCamt } from './camt/read-camt.ts';
import { streamCfonb120 } from './cfonb/read-cfonb120.ts';
import { readCfonb240 } from './cfonb/read-cfonb240.ts';
import { readOfx } from './ofx/read-ofx.ts';
import { readMt940 } from './swift/read-mt940.ts';

/** Kinds of bank files that are no tables, as the command line names them. MT942 is of kind `mt940`. */
export const BANK_KINDS = ['camt', 'cfonb120', 'cfonb240', 'mt940', 'ofx'] as const;

/** One of them. */
export type BankKind = (typeof BANK_KINDS)[number];

const OPENERS: Readonly<Record<BankKind, (source: ByteSource) => BankReading>> = {
  camt: (source) => inPieces(readCamt, source),
  cfonb120: streamCfonb120,
  cfonb240: (source) => inPieces(readCfonb240, source),
  mt940: (source) => inPieces(readMt940, source),
  ofx: (source) => inPieces(readOfx, source),
};

/** Reads a bank file; CFONB 120 in memory that does not grow with the file. */
export const openBankFile = (kind: BankKind, source: ByteSource): BankReading => OPENERS[kind](source);
