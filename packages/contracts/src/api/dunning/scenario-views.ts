// What scenarios look like through the API: a ladder and who is on it, its effect on open receivables, its simulation.
import type { CustomerId, InvoiceId, ReceivableId } from '@quittance/core/kernel';
import { z } from 'zod';
import {
  centsValue,
  channelValue,
  contactRoleValue,
  currencyValue,
  dayValue,
  idValue,
  instantValue,
  shortText,
  silenceReasonValue,
  toneValue,
} from '../../values/index.ts';

/** Code of a ladder or of a step. */
export const code = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

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

/** The steps of an edited ladder. */
export const stepsValue = z.array(stepValue).min(1).max(30);

/** A ladder as it is edited. */
export const ladderBody = { name: shortText.min(1), steps: stepsValue };

/** Why customers are on a ladder, and how many. */
export const followerView = z.strictObject({
  by: z.enum(['own', 'segment', 'default']),
  segment: z.string().nullable(),
  customers: z.int(),
  receivables: z.int(),
});

/** A ladder. */
export const scenarioView = z.strictObject({
  code,
  version: z.int(),
  name: z.string(),
  steps: z.array(stepValue),
  /** False in the archive. */
  active: z.boolean(),
  /** Customers who are on it, by themselves, their segment or the company. */
  customers: z.int(),
  /** Their open receivables. */
  receivables: z.int(),
  followers: z.array(followerView),
  isDefault: z.boolean(),
  /** Segments that choose it. */
  segments: z.array(z.string()),
  editedBy: z.string(),
  editedAt: instantValue,
});

/** Something wrong with a step, by its place from 1. */
export const stepProblem = z.strictObject({ rank: z.int(), code: z.string(), expected: z.string() });

/** When steps would leave for a real invoice. */
export const stepDay = z.strictObject({
  invoiceId: idValue<InvoiceId>(),
  invoiceNumber: z.string(),
  customerName: z.string(),
  dueOn: dayValue,
  days: z.array(z.strictObject({ step: z.string(), on: dayValue })),
});

const nextMove = z.strictObject({ step: z.string(), channel: channelValue, tone: toneValue, on: dayValue });
const moveKind = z.enum(['same', 'earlier', 'later', 'other', 'added', 'ended']);

/** What becomes of the next step of open receivables. */
export const ladderEffect = z.strictObject({
  receivables: z.int(),
  customers: z.int(),
  counts: z.record(moveKind, z.int()),
  /** The weightiest first, fifty at most. */
  examples: z.array(
    z.strictObject({
      kind: moveKind,
      customerId: idValue<CustomerId>(),
      customerName: z.string(),
      receivableId: idValue<ReceivableId>(),
      invoiceNumber: z.string(),
      dueOn: dayValue,
      before: nextMove.nullable(),
      after: nextMove.nullable(),
    }),
  ),
});

const simulatedDay = z.strictObject({
  on: dayValue,
  lines: z.array(
    z.strictObject({
      scenario: z.string(),
      step: z.string(),
      rank: z.int(),
      channel: channelValue,
      currency: currencyValue,
      count: z.int(),
      totalCents: centsValue,
    }),
  ),
});

const heldExample = z.strictObject({
  customerId: idValue<CustomerId>(),
  customerName: z.string(),
  invoiceNumber: z.string(),
  until: dayValue.nullable(),
});

/** The coming days. */
export const simulationView = z.strictObject({
  from: dayValue,
  to: dayValue,
  customers: z.int(),
  failed: z.int(),
  /** By the ladders in force. */
  now: z.array(simulatedDay),
  /** By the edited ladder; null where none was given. */
  edited: z.array(simulatedDay).nullable(),
  /** How many customers get something. */
  reached: z.int(),
  lines: z.array(
    z.strictObject({
      customerId: idValue<CustomerId>(),
      customerName: z.string(),
      actions: z.array(
        z.strictObject({
          on: dayValue,
          step: z.string(),
          channel: channelValue,
          tone: toneValue,
          invoices: z.int(),
          totalCents: centsValue,
          currency: currencyValue,
        }),
      ),
    }),
  ),
  /** Receivables nothing is done about over the whole period, by reason. */
  held: z.array(z.strictObject({ reason: silenceReasonValue, count: z.int(), examples: z.array(heldExample) })),
});

export type ScenarioView = z.output<typeof scenarioView>;
export type StepProblem = z.output<typeof stepProblem>;
export type LadderEffect = z.output<typeof ladderEffect>;
export type SimulationView = z.output<typeof simulationView>;
export type StepDay = z.output<typeof stepDay>;
