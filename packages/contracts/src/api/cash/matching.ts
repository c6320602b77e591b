// Matching: bank movements and what they pay; proposals taken, decisions by hand, undone and done again, money set aside.
import type { CustomerId } from '@quittance/core/kernel';
import { z } from 'zod';
import { route } from '../../route/index.ts';
import {
  currencyValue,
  dayValue,
  idParam,
  idValue,
  instantValue,
  noteText,
  pageKeys,
  pageOf,
  searchKey,
} from '../../values/index.ts';
import { handDecision } from './matching-deeds.ts';
import {
  decisionOriginValue,
  linesOutcome,
  movementKindValue,
  movementStateValue,
  proposalDecisionValue,
  setAsideReasonValue,
  waitingAgeValue,
} from './matching-values.ts';
import { matchingRunView, movementRow, movementView, openItemsView, waitingSummary } from './matching-views.ts';

const MOST_LINES = 5_000;
const LINE_SORTS = ['-confidence', 'confidence', '-bookedOn', 'bookedOn', '-cents', 'cents', '-age', 'age'] as const;

const params = z.strictObject({ transactionId: idParam() });
const decisionParams = z.strictObject({ decisionId: idParam() });
const transactionIds = z.array(idValue()).min(1).max(MOST_LINES);
const WRITING = ['movement_matched', 'debt_settled', 'credit_spent', 'over_limit', 'allocation_mismatch'] as const;

export const matching = {
  lines: route({
    method: 'GET',
    path: '/api/v1/matching/lines',
    permission: 'bank.read',
    summary: 'Bank movements by state, with what is proposed for each and what was decided; and what waits in all.',
    query: z.strictObject({
      ...pageKeys,
      ...searchKey,
      sort: z.enum(LINE_SORTS).default('-confidence'),
      state: z.enum([...movementStateValue.options, 'all']).default('waiting'),
      kind: movementKindValue.optional(),
      accountId: idParam().optional(),
      currency: currencyValue.optional(),
      fromOn: dayValue.optional(),
      toOn: dayValue.optional(),
      decision: proposalDecisionValue.optional(),
      minConfidence: z.coerce.number<number>().min(0).max(1).optional(),
      origin: decisionOriginValue.optional(),
      age: waitingAgeValue.optional(),
    }),
    output: z.strictObject({ ...pageOf(movementRow), summary: waitingSummary }),
    refusals: [],
  }),
  line: route({
    method: 'GET',
    path: '/api/v1/matching/lines/:transactionId',
    permission: 'bank.read',
    summary: 'A movement with every explanation and every decision ever taken about it.',
    params,
    output: movementView,
    refusals: [],
  }),
  openItems: route({
    method: 'GET',
    path: '/api/v1/matching/lines/:transactionId/open-items',
    permission: 'bank.read',
    summary: 'What can be chosen by hand for a movement: open terms, credit notes and payments the books hold.',
    params,
    query: z.strictObject({ ...searchKey, customerId: idParam<CustomerId>().optional() }),
    output: openItemsView,
    refusals: [],
  }),
  run: route({
    method: 'POST',
    path: '/api/v1/matching/run',
    permission: 'allocation.write',
    summary: 'Look at every waiting movement again; with `apply`, apply what is certain.',
    body: z.strictObject({ apply: z.boolean().default(false) }),
    output: matchingRunView,
    refusals: [],
  }),
  accept: route({
    method: 'POST',
    path: '/api/v1/matching/lines/:transactionId/accept',
    permission: 'allocation.write',
    summary: 'Take a stored explanation: 0 the best, 1 the first alternative.',
    params,
    body: z.strictObject({ choice: z.int().min(0).max(20).default(0), madeAt: instantValue }),
    output: movementView,
    status: 201,
    refusals: ['proposal_stale', 'state_forbids', ...WRITING],
  }),
  decide: route({
    method: 'POST',
    path: '/api/v1/matching/lines/:transactionId/decide',
    permission: 'allocation.write',
    summary: 'Say whose a movement is and what it pays: split, in part, on account, with credit notes and adjustments.',
    params,
    body: handDecision,
    output: movementView,
    status: 201,
    refusals: ['state_forbids', ...WRITING],
  }),
  acceptMany: route({
    method: 'POST',
    path: '/api/v1/matching/accept',
    permission: 'allocation.write',
    summary: 'Take the best explanation of every waiting movement at least so sure, or of those named; each alone.',
    body: z.strictObject({ minConfidence: z.number().min(0).max(1), transactionIds: transactionIds.optional() }),
    output: linesOutcome,
    refusals: [],
  }),
  undo: route({
    method: 'POST',
    path: '/api/v1/matching/decisions/:decisionId/undo',
    permission: 'allocation.write',
    summary: 'Take a decision back with a reason: all that it wrote is reversed, the movement waits again.',
    params: decisionParams,
    body: z.strictObject({ reason: noteText.min(1) }),
    output: movementView,
    refusals: ['decision_undone', 'credit_spent'],
  }),
  redo: route({
    method: 'POST',
    path: '/api/v1/matching/decisions/:decisionId/redo',
    permission: 'allocation.write',
    summary: 'Take an undone decision again, as a new one.',
    params: decisionParams,
    output: movementView,
    status: 201,
    refusals: ['state_forbids', ...WRITING],
  }),
  setAside: route({
    method: 'POST',
    path: '/api/v1/matching/set-aside',
    permission: 'bank.write',
    summary: 'Say that movements are not customers’ money; with `remember`, those payers are known for it.',
    body: z.strictObject({
      transactionIds,
      reason: setAsideReasonValue,
      note: noteText.default(''),
      remember: z.boolean().default(false),
    }),
    output: linesOutcome,
    refusals: [],
  }),
  takeBack: route({
    method: 'POST',
    path: '/api/v1/matching/take-back',
    permission: 'bank.write',
    summary: 'Bring movements that were set aside back among those that wait.',
    body: z.strictObject({ transactionIds }),
    output: linesOutcome,
    refusals: [],
  }),
};
