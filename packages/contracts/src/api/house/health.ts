// Health: for load balancers and service managers. Says nothing about the content.
import { z } from 'zod';
import { route } from '../../route/index.ts';

const health = z.strictObject({ status: z.enum(['ok', 'starting', 'database_down']) });

export const healthRoutes = {
  live: route({
    method: 'GET',
    path: '/healthz',
    permission: 'public',
    summary: 'The process answers.',
    output: health,
    refusals: [],
  }),
  ready: route({
    method: 'GET',
    path: '/readyz',
    permission: 'public',
    summary: 'The process answers and its database too; 503 otherwise.',
    output: health,
    refusals: [],
  }),
};
