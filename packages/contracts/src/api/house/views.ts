// Views: a list as somebody likes it (filters, order, columns), kept under a name; one's own, or shared with the company.
import { z } from 'zod';
import { route } from '../../route/index.ts';
import { idParam, idValue } from '../../values/index.ts';

const MOST_FILTERS = 30;
const MOST_COLUMNS = 40;

/** Which list: `customers`, `invoices`. */
const screenCode = z.string().regex(/^[a-z][a-z_]{0,39}$/);
const viewName = z.string().trim().min(1).max(80);
const filters = z
  .record(z.string().min(1).max(40), z.string().max(200))
  .refine((given) => Object.keys(given).length <= MOST_FILTERS);
const columnKeys = z.array(z.string().min(1).max(40)).max(MOST_COLUMNS);

/** A saved view. `search` is what the address bar says; no `columns` are the list's usual ones. */
export const savedView = z.strictObject({
  viewId: idValue(),
  screen: z.string(),
  name: z.string(),
  shared: z.boolean(),
  /** Whether the reader saved it: only then may they change or remove it. */
  own: z.boolean(),
  /** Name of who saved it. */
  author: z.string(),
  search: z.record(z.string(), z.string()),
  columns: z.array(z.string()),
});

export type SavedView = z.output<typeof savedView>;

export const views = {
  list: route({
    method: 'GET',
    path: '/api/v1/views',
    permission: 'ledger.read',
    summary: 'The reader’s own views of a list, and those shared with the company.',
    query: z.strictObject({ screen: screenCode }),
    output: z.strictObject({ items: z.array(savedView) }),
    refusals: [],
  }),
  save: route({
    method: 'PUT',
    path: '/api/v1/views',
    permission: 'note.write',
    summary: 'Keep a view under a name; one’s own view of that name is replaced.',
    body: z.strictObject({
      screen: screenCode,
      name: viewName,
      shared: z.boolean().default(false),
      search: filters,
      columns: columnKeys,
    }),
    output: savedView,
    refusals: [],
  }),
  remove: route({
    method: 'POST',
    path: '/api/v1/views/:viewId/remove',
    permission: 'note.write',
    summary: 'Remove one of one’s own views.',
    params: z.strictObject({ viewId: idParam() }),
    body: z.strictObject({}),
    output: savedView,
    refusals: [],
  }),
};
