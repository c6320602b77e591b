// Adjustments: a small difference left on a due term is closed, within the company's limit for each item.
import type { CustomerId, ReceivableId } from '@quittance/core/kernel';
import { z } from 'zod';
import { route } from '../../route/index.ts';
import { idParam, idValue, noteText, pageKeys, pageOf } from '../../values/index.ts';
import { adjustmentNatureValue } from '../cash/matching-values.ts';
import { deedParams, deedView } from './deed-view.ts';

export const adjustments = {
  list: route({
    method: 'GET',
    path: '/api/v1/adjustments',
    permission: 'ledger.read',
    summary: 'Small differences closed, the latest first, undone ones included.',
    query: z.strictObject({
      ...pageKeys,
      customerId: idParam<CustomerId>().optional(),
      receivableId: idParam<ReceivableId>().optional(),
    }),
    output: z.strictObject(pageOf(deedView)),
    refusals: [],
  }),
  close: route({
    method: 'POST',
    path: '/api/v1/adjustments',
    permission: 'payment.write',
    summary: 'Close a small difference on a due term: given up, discount, bank charges or exchange.',
    body: z.strictObject({
      receivableId: idValue<ReceivableId>(),
      cents: z.int().positive(),
      nature: adjustmentNatureValue,
      note: noteText.default(''),
    }),
    output: deedView,
    status: 201,
    refusals: ['over_limit', 'debt_settled'],
  }),
  undo: route({
    method: 'POST',
    path: '/api/v1/adjustments/:deedId/undo',
    permission: 'payment.write',
    summary: 'Undo an adjustment by new lines; the due term is open again.',
    params: deedParams,
    body: z.strictObject({ note: noteText.default('') }),
    output: deedView,
    refusals: ['already_undone', 'state_forbids'],
  }),
};
