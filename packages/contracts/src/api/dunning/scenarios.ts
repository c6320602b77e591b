// Scenarios: reminder ladders, versioned; explained on real invoices before they are saved.
import type { InvoiceId } from '@quittance/core/kernel';
import { z } from 'zod';
import { route } from '../../route/index.ts';
import {
  channelValue,
  contactRoleValue,
  dayValue,
  idValue,
  instantValue,
  shortText,
  toneValue,
} from '../../values/index.ts';

const code = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

/** One rung of the ladder; its rank is its place, from 1. */
export const stepValue = z.strictObject({
  code,
  anchor: z.enum(['due', 'sent', 'previous']),
  /** Negative before the anchor. */
  offsetDays: z.int().min(-90).max(730),
  dayKind: z.enum(['calendar', 'business']),
  channel: channelValue,
  fallbackChannels: z.array(channelValue).max(5),
  tone: toneValue,
  needsApproval: z.boolean(),
  contactRole: contactRoleValue,
  attachInvoices: z.boolean(),
});

/** A ladder in force. */
export const scenarioView = z.strictObject({
  code,
  version: z.int(),
  name: z.string(),
  steps: z.array(stepValue),
  /** Customers who are on it, by themselves, their segment or the company. */
  customers: z.int(),
  editedBy: z.string(),
  editedAt: instantValue,
});

/** Something wrong with a step, by its place from 1. */
export const stepProblem = z.strictObject({ rank: z.int(), code: z.string(), expected: z.string() });

/** When a step would leave for a real invoice. */
export const stepDay = z.strictObject({
  invoiceId: idValue<InvoiceId>(),
  invoiceNumber: z.string(),
  customerName: z.string(),
  dueOn: dayValue,
  days: z.array(z.strictObject({ step: z.string(), on: dayValue })),
});

export type ScenarioView = z.output<typeof scenarioView>;
export type StepProblem = z.output<typeof stepProblem>;

const ladder = { name: shortText.min(1), steps: z.array(stepValue).min(1).max(30) };
const params = z.strictObject({ code });

export const scenarios = {
  list: route({
    method: 'GET',
    path: '/api/v1/scenarios',
    permission: 'scenario.read',
    summary: 'Every ladder in force.',
    output: z.strictObject({ items: z.array(scenarioView) }),
    refusals: [],
  }),
  get: route({
    method: 'GET',
    path: '/api/v1/scenarios/:code',
    permission: 'scenario.read',
    summary: 'One ladder.',
    params,
    output: scenarioView,
    refusals: [],
  }),
  validate: route({
    method: 'POST',
    path: '/api/v1/scenarios/validate',
    permission: 'scenario.read',
    summary: 'Say what is wrong with a ladder and when its steps would leave for real invoices, without saving it.',
    body: z.strictObject({ ...ladder, on: dayValue.optional() }),
    output: z.strictObject({ problems: z.array(stepProblem), examples: z.array(stepDay) }),
    refusals: [],
  }),
  save: route({
    method: 'PUT',
    path: '/api/v1/scenarios/:code',
    permission: 'scenario.write',
    summary: 'Save a new version; what is planned is computed anew.',
    params,
    /** `version` is the one that was edited, 0 for a new ladder. */
    body: z.strictObject({ ...ladder, version: z.int().min(0) }),
    output: scenarioView,
    refusals: ['scenario_invalid', 'version_conflict'],
  }),
};
