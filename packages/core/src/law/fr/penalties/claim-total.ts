// Claim total: penalties of several invoices in one claim. Lines are kept, so their sum is the total by construction (no second rounding).
import { type Cents, sumCents } from '../../../kernel/index.ts';
import type { PenaltyStatement } from './late-penalties.ts';

/** Interest, fixed fees and their sum over several invoices. */
export type ClaimTotal = Readonly<{ interestCents: Cents; fixedFeeCents: Cents; totalCents: Cents }>;

/** Σ of the statements: each invoice paid late bears its own fixed fee (administration's reading of D441-5 C. com.). */
export const claimTotal = (statements: readonly PenaltyStatement[]): ClaimTotal => ({
  interestCents: sumCents(statements.map((statement) => statement.interestCents)),
  fixedFeeCents: sumCents(statements.map((statement) => statement.fixedFeeCents)),
  totalCents: sumCents(statements.map((statement) => statement.totalCents)),
});
