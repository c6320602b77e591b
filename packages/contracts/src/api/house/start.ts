// Start: the first steps of a company, ticked off by what is really there.
import { z } from 'zod';
import { route } from '../../route/index.ts';

/** First steps, in the order they are taken. */
export const START_STEPS = ['letterhead', 'import', 'scenario', 'plan', 'mail', 'segment', 'live'] as const;

/** The list as it stands. */
export const startView = z.strictObject({
  steps: z.array(z.strictObject({ step: z.enum(START_STEPS), done: z.boolean() })),
  /** The reader put the list away. */
  dismissed: z.boolean(),
});

export type StartView = z.output<typeof startView>;

export const start = {
  get: route({
    method: 'GET',
    path: '/api/v1/start',
    permission: 'company.read',
    summary: 'First steps, done and to do.',
    output: startView,
    refusals: [],
  }),
  remember: route({
    method: 'PUT',
    path: '/api/v1/start',
    permission: 'import.write',
    summary: 'Put the list away or take it out again; remember that today’s plan was looked at.',
    body: z.strictObject({ dismissed: z.boolean().optional(), planSeen: z.boolean().optional() }),
    output: startView,
    refusals: [],
  }),
};
