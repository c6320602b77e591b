// Allocations: what is left of a customer's payments and credit notes, how it would be spread, applying it, and taking it back.
import type { AllocationId, CustomerId, InvoiceId, ReceivableId } from '@quittance/core/kernel';
import { z } from 'zod';
import { route } from '../../route/index.ts';
import { centsValue, currencyValue, dayValue, idParam, idValue, noteText } from '../../values/index.ts';

const MOST_PARTS = 200;

/** A payment received or a credit note. */
export const creditKind = z.enum(['payment', 'credit_note']);

/** A credit and what is left of it. */
export const creditView = z.strictObject({
  kind: creditKind,
  id: idValue(),
  customerId: idValue<CustomerId>(),
  customerName: z.string(),
  /** Number of a credit note, reference of a payment; empty where the source gave none. */
  number: z.string(),
  label: z.string(),
  on: dayValue,
  cents: centsValue,
  openCents: centsValue,
  currency: currencyValue,
});

const creditSheet = creditView.extend({
  /** What it was applied to, undone lines included, the oldest first. */
  uses: z.array(
    z.strictObject({
      allocationId: idValue<AllocationId>(),
      on: dayValue,
      cents: centsValue,
      /** Null where it was paid out again. */
      invoiceId: idValue<InvoiceId>().nullable(),
      invoiceNumber: z.string(),
      dueOn: dayValue.nullable(),
      reversedOn: dayValue.nullable(),
    }),
  ),
});

/** A due term a credit may go to. */
const proposedPart = z.strictObject({
  receivableId: idValue<ReceivableId>(),
  invoiceId: idValue<InvoiceId>(),
  invoiceNumber: z.string(),
  issuedOn: dayValue,
  dueOn: dayValue,
  openCents: centsValue,
  proposedCents: centsValue,
});

export type CreditView = z.output<typeof creditView>;
export type CreditSheet = z.output<typeof creditSheet>;
export type ProposedPart = z.output<typeof proposedPart>;

const params = z.strictObject({ allocationId: idParam<AllocationId>() });
const done = z.strictObject({ allocationIds: z.array(idValue<AllocationId>()) });

export const allocations = {
  credits: route({
    method: 'GET',
    path: '/api/v1/allocations/credits',
    permission: 'ledger.read',
    summary: 'What a customer has left to be applied, the oldest first.',
    query: z.strictObject({ customerId: idParam<CustomerId>() }),
    output: z.strictObject({ items: z.array(creditView) }),
    refusals: [],
  }),
  credit: route({
    method: 'GET',
    path: '/api/v1/allocations/credit',
    permission: 'ledger.read',
    summary: 'One payment or credit note and what it was applied to.',
    query: z.strictObject({ kind: creditKind, id: idParam() }),
    output: creditSheet,
    refusals: [],
  }),
  propose: route({
    method: 'GET',
    path: '/api/v1/allocations/proposal',
    permission: 'ledger.read',
    summary:
      'How a credit would be spread over the open terms of its customer (art. 1342-10 C. civ.); nothing is written.',
    query: z.strictObject({
      kind: creditKind,
      id: idParam(),
      /** The invoice the debtor named; its terms come first. */
      invoiceId: idParam<InvoiceId>().optional(),
    }),
    output: z.strictObject({ credit: creditView, parts: z.array(proposedPart), leftCents: centsValue }),
    refusals: [],
  }),
  apply: route({
    method: 'POST',
    path: '/api/v1/allocations',
    permission: 'allocation.write',
    summary: 'Apply a credit to due terms of its customer, all parts or none.',
    body: z.strictObject({
      kind: creditKind,
      id: idValue(),
      parts: z
        .array(
          z.strictObject({
            receivableId: idValue<ReceivableId>(),
            cents: z.int().positive(),
          }),
        )
        .min(1)
        .max(MOST_PARTS),
      reason: noteText.default(''),
    }),
    output: done,
    status: 201,
    refusals: ['credit_spent', 'debt_settled', 'allocation_mismatch'],
  }),
  undo: route({
    method: 'POST',
    path: '/api/v1/allocations/:allocationId/undo',
    permission: 'allocation.write',
    summary: 'Take an allocation back with a reason; the term is open again, the credit free.',
    params,
    body: z.strictObject({ reason: noteText.min(1) }),
    output: done,
    refusals: ['allocation_undone'],
  }),
  redo: route({
    method: 'POST',
    path: '/api/v1/allocations/:allocationId/redo',
    permission: 'allocation.write',
    summary: 'Apply an undone allocation again, as a new line.',
    params,
    output: done,
    refusals: ['credit_spent', 'debt_settled', 'allocation_mismatch', 'state_forbids'],
  }),
};
