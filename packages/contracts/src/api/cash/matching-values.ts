// Words of cash application in the API: states and kinds of a movement, evidence, why money is set aside.
import { EVIDENCE } from '@quittance/core/reconciliation';
import { z } from 'zod';

/** Where a movement stands: to be matched (in part or in full), matched in full, not a customer's. */
export const movementStateValue = z.enum(['waiting', 'applied', 'set_aside']);

/** Money in; money the bank took back (cheque, direct debit); other money out. */
export const movementKindValue = z.enum(['receipt', 'return', 'money_out']);

/** What the engine said: sure enough to be applied alone, to be looked at, nothing speaks. */
export const proposalDecisionValue = z.enum(['auto', 'suggest', 'none']);

/** Who decided: the engine alone, a person by taking its proposal, a person by hand. */
export const decisionOriginValue = z.enum(['automatic', 'accepted', 'manual']);

/** Why an explanation is believed, or doubted. */
export const evidenceValue = z.enum(EVIDENCE);

/** Why a movement is not a customer's money. */
export const setAsideReasonValue = z.enum([
  'bank_fees',
  'own_transfer',
  'supplier',
  'payroll_or_tax',
  'other_income',
  'other',
]);

/** Why a movement is out of the way: said by a person, or it is the double of another, which nobody takes back. */
export const asideReasonValue = z.enum([...setAsideReasonValue.options, 'told_twice', 'withdrawn']);

/** What closes a small difference: agreed discount, bank charges on the way, given up, another currency's rest. */
export const adjustmentNatureValue = z.enum(['discount', 'bank_fee', 'write_off', 'exchange']);

/** How long a movement has waited, in days since its booking. */
export const waitingAgeValue = z.enum(['d0_2', 'd3_7', 'd8_30', 'd31_plus']);

/** Why one of several movements was left as it is. `not_sure_enough`: below what was asked, or nothing is proposed. */
export const lineRefusalValue = z.enum([
  'not_found',
  'not_sure_enough',
  'proposal_stale',
  'movement_matched',
  'debt_settled',
  'credit_spent',
  'over_limit',
  'allocation_mismatch',
  'state_forbids',
]);

/** What a deed about several movements did. */
export const linesOutcome = z.strictObject({
  done: z.array(z.int().positive()),
  refused: z.array(z.strictObject({ transactionId: z.int().positive(), code: lineRefusalValue })),
});

export type MovementState = z.output<typeof movementStateValue>;
export type SetAsideReason = z.output<typeof setAsideReasonValue>;
export type LinesOutcome = z.output<typeof linesOutcome>;
