// Scenarios: reminder ladders, versioned; explained on real invoices, compared and simulated before they are saved.
import type { CustomerId } from '@quittance/core/kernel';
import { z } from 'zod';
import { route } from '../../route/index.ts';
import { dayValue, idValue, instantValue } from '../../values/index.ts';
import {
  code,
  ladderBody,
  ladderEffect,
  scenarioView,
  simulationView,
  stepDay,
  stepProblem,
  stepsValue,
  stepValue,
} from './scenario-views.ts';

const params = z.strictObject({ code });
const on = { on: dayValue.optional() };
/** A simulation under way, named by who asked for it. */
const run = z.string().regex(/^[a-z0-9]{1,40}$/);
const assignment = { segments: z.array(z.string().min(1).max(80)).max(200), isDefault: z.boolean() };

export const scenarios = {
  list: route({
    method: 'GET',
    path: '/api/v1/scenarios',
    permission: 'scenario.read',
    summary: 'Every ladder, archived ones too, with who is on it; and the segments of the company.',
    output: z.strictObject({ items: z.array(scenarioView), segments: z.array(z.string()) }),
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
  versions: route({
    method: 'GET',
    path: '/api/v1/scenarios/:code/versions',
    permission: 'scenario.read',
    summary: 'Every version of a ladder, the last first.',
    params,
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          version: z.int(),
          name: z.string(),
          steps: z.array(stepValue),
          editedBy: z.string(),
          editedAt: instantValue,
        }),
      ),
    }),
    refusals: [],
  }),
  validate: route({
    method: 'POST',
    path: '/api/v1/scenarios/validate',
    permission: 'scenario.read',
    summary: 'Say what is wrong with a ladder and when its steps would leave for real invoices, without saving it.',
    body: z.strictObject({ ...ladderBody, ...on, customerId: idValue<CustomerId>().optional() }),
    output: z.strictObject({ problems: z.array(stepProblem), examples: z.array(stepDay) }),
    refusals: [],
  }),
  effect: route({
    method: 'POST',
    path: '/api/v1/scenarios/:code/effect',
    permission: 'scenario.read',
    summary: 'What saving an edited ladder would change for open receivables, without saving it.',
    params,
    body: z.strictObject({ steps: stepsValue, ...on }),
    output: ladderEffect,
    refusals: [],
  }),
  simulate: route({
    method: 'POST',
    path: '/api/v1/scenarios/simulation',
    permission: 'scenario.read',
    summary:
      'What would leave over the coming days if nobody paid and everything were approved; an edited ladder beside those in force.',
    body: z
      .strictObject({
        days: z.int().min(7).max(90),
        ...on,
        code: code.optional(),
        steps: stepsValue.optional(),
        run: run.optional(),
      })
      .refine(({ code: of, steps }) => steps === undefined || of !== undefined, { path: ['code'] }),
    output: simulationView,
    refusals: [],
  }),
  simulationProgress: route({
    method: 'GET',
    path: '/api/v1/scenarios/simulation/:run',
    permission: 'scenario.read',
    summary:
      'How far a simulation of one’s own has come: customers walked, out of how many; 0 of 0 before it is known and once it is done.',
    params: z.strictObject({ run }),
    output: z.strictObject({ done: z.int(), total: z.int() }),
    refusals: [],
  }),
  stopSimulation: route({
    method: 'POST',
    path: '/api/v1/scenarios/simulation/:run/stop',
    permission: 'scenario.read',
    summary: 'Leave a simulation of one’s own: it is no longer computed.',
    params: z.strictObject({ run }),
    body: z.strictObject({}),
    output: z.strictObject({ stopped: z.boolean() }),
    refusals: [],
  }),
  save: route({
    method: 'PUT',
    path: '/api/v1/scenarios/:code',
    permission: 'scenario.write',
    summary: 'Save a new version; what is planned is computed anew.',
    params,
    /** `version` is the one that was edited, 0 for a new ladder. */
    body: z.strictObject({ ...ladderBody, version: z.int().min(0) }),
    output: scenarioView,
    refusals: ['scenario_invalid', 'version_conflict'],
  }),
  archive: route({
    method: 'PUT',
    path: '/api/v1/scenarios/:code/archive',
    permission: 'scenario.write',
    summary: 'Put a ladder nobody is on in the archive, or take it out.',
    params,
    body: z.strictObject({ archived: z.boolean() }),
    output: scenarioView,
    refusals: ['scenario_in_use'],
  }),
  assign: route({
    method: 'PUT',
    path: '/api/v1/scenarios/:code/assignment',
    permission: 'scenario.write',
    summary: 'Give a ladder to exactly these segments, and make it the default or leave that as it is.',
    params,
    body: z.strictObject(assignment),
    output: scenarioView,
    refusals: [],
  }),
  assignEffect: route({
    method: 'POST',
    path: '/api/v1/scenarios/:code/assignment/effect',
    permission: 'scenario.read',
    summary: 'What that assignment would change for open receivables, without saving it.',
    params,
    body: z.strictObject({ ...assignment, ...on }),
    output: ladderEffect,
    refusals: [],
  }),
};
