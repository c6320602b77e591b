// A bank file as read: its statements, the lines that could not be read, and what was odd.
import type { BankStatement } from '@quittance/core/intake';
import type { RowError } from '@quittance/core/kernel';
import type { FileNote } from '../text/index.ts';

/** What reading a bank file gives. A line in error is not among the movements: whoever keeps the rest must say so. */
export type BankFile = Readonly<{
  /** `cfonb120`, `mt940`, `mt942`, `ofx`, or the ISO message such as `camt.053.001.08`. */
  format: string;
  statements: readonly BankStatement[];
  errors: readonly RowError[];
  notes: readonly FileNote[];
}>;
