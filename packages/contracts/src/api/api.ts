// The API: every route by resource and name. `api.customers.list` is the route, the client's key and the server's handler name.
import type { Route } from '../route/index.ts';
import { matching, memory } from './cash/index.ts';
import { documents, messages, notes } from './customers/index.ts';
import { outbox } from './delivery/index.ts';
import { holds, rates, reminders, scenarios, tasks, templates } from './dunning/index.ts';
import {
  auth,
  backups,
  channels,
  companies,
  healthRoutes,
  journal,
  notices,
  search,
  session,
  setup,
  start,
  users,
  views,
} from './house/index.ts';
import { bank, imports } from './intake/index.ts';
import { agedBalance, allocations, contacts, customers, dashboard, invoices, kpis } from './ledger/index.ts';
import { adjustments, announcements, claims, payments } from './payments/index.ts';

/** All routes, by resource then name. */
export const api = {
  health: healthRoutes,
  auth,
  session,
  setup,
  start,
  companies,
  channels,
  imports,
  bank,
  agedBalance,
  kpis,
  dashboard,
  customers,
  contacts,
  notes,
  documents,
  messages,
  views,
  invoices,
  allocations,
  matching,
  memory,
  payments,
  adjustments,
  announcements,
  claims,
  reminders,
  outbox,
  holds,
  tasks,
  templates,
  scenarios,
  rates,
  users,
  backups,
  journal,
  search,
  notices,
} as const satisfies Record<string, Record<string, Route>>;

/** The API's type: resources and their routes. */
export type Api = typeof api;

/** A route with its name, `customers.list`. */
export type NamedRoute = Readonly<{ name: string; resource: keyof Api; route: Route }>;

/** Every route with its name, in the order of the document. */
export const listRoutes = (): NamedRoute[] =>
  (Object.keys(api) as (keyof Api)[]).flatMap((resource) =>
    Object.entries<Route>(api[resource]).map(([key, route]) => ({ name: `${resource}.${key}`, resource, route })),
  );
