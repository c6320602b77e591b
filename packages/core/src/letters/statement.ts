// Statement of account (relevé de compte): every movement of one customer over a period and its running balance.
import { addCents, type Cents, type Currency, type Day, subtractCents } from '../kernel/index.ts';
import type { MessageLanguage, RecipientView, SenderView } from './view.ts';

/** One movement; exactly one of debit and credit is above zero. */
export type MovementView = Readonly<{
  on: Day;
  kind: 'invoice' | 'credit_note' | 'payment' | 'refund' | 'write_off' | 'late_fee' | 'return';
  number: string;
  label: string;
  dueOn: Day | null;
  debitCents: Cents;
  creditCents: Cents;
}>;

export type StatementView = Readonly<{
  language: MessageLanguage;
  sender: SenderView;
  recipient: RecipientView;
  /** Day of printing. */
  on: Day;
  place: string | null;
  from: Day;
  to: Day;
  currency: Currency;
  /** Balance before the first movement; positive = owed to the company. */
  openingCents: Cents;
  /** In order of day. */
  movements: readonly MovementView[];
}>;

/** A movement with the balance after it. */
export type BalancedMovement = MovementView & Readonly<{ balanceCents: Cents }>;

/** Opening balance + Σ debits − Σ credits, after each movement; the last one is the closing balance. */
export function runningBalances(statement: StatementView): readonly BalancedMovement[] {
  let balanceCents = statement.openingCents;
  return statement.movements.map((movement) => {
    balanceCents = subtractCents(addCents(balanceCents, movement.debitCents), movement.creditCents);
    return { ...movement, balanceCents };
  });
}
