// Bodies of cash application: what a person decides about a movement by hand.
import type { CreditNoteId, CustomerId, PaymentId, ReceivableId } from '@quittance/core/kernel';
import { z } from 'zod';
import { currencyValue, idValue, noteText } from '../../values/index.ts';
import { adjustmentNatureValue } from './matching-values.ts';

const MOST_PARTS = 50;
const MOST_LINES = 200;
const lines = <T extends z.ZodType>(line: T) => z.array(line).max(MOST_LINES).default([]);
const cents = z.int().positive();
const receivableId = idValue<ReceivableId>();

/** Part of a movement: one payment of one customer, and what it pays. Without allocations it stays on account. */
export const decisionPart = z.strictObject({
  customerId: idValue<CustomerId>(),
  /** Of the movement, in its currency. */
  cents,
  /** A payment the books hold already: the movement is it; allocations come from what is open of it. */
  paymentId: idValue<PaymentId>().nullable().default(null),
  /** What the money settles in another currency; absent: the movement's own. */
  settles: z.strictObject({ cents, currency: currencyValue }).nullable().default(null),
  allocations: lines(z.strictObject({ receivableId, cents })),
  credits: lines(z.strictObject({ creditNoteId: idValue<CreditNoteId>(), receivableId, cents })),
  adjustments: lines(z.strictObject({ receivableId, cents, nature: adjustmentNatureValue })),
});

/** A decision by hand; parts may take less than the movement: the rest waits. */
export const handDecision = z.strictObject({
  parts: z.array(decisionPart).min(1).max(MOST_PARTS),
  note: noteText.default(''),
  /** Whether the payer is remembered for this customer; only a decision for one customer teaches. */
  learn: z.boolean().default(true),
});
