// Filters of the list of customers, the same in its address, its export and its bulk changes; and what they may be.
import { z } from 'zod';
import { file, route } from '../../route/index.ts';
import { dayValue, searchKey, sortKey } from '../../values/index.ts';

const code = z.string().trim().max(80).optional();

/** Every filter; absent ones leave nothing out. */
export const customerFilters = {
  ...searchKey,
  segment: code,
  /** E-mail of the member the customers belong to; `none`: nobody's. */
  owner: z.string().trim().max(254).optional(),
  /** Scenario in force: the customer's own, its segment's or the company's. */
  scenario: code,
  /** Highest step done on an open receivable, at least. */
  level: z.coerce.number<number>().int().min(1).max(50).optional(),
  doubtful: z.stringbool().optional(),
  held: z.stringbool().optional(),
  /** Only those with something overdue. */
  overdue: z.stringbool().optional(),
  /** Only those nobody can write an e-mail to. */
  withoutEmail: z.stringbool().optional(),
  /** Balance of at least so many cents. */
  atLeast: z.coerce.number<number>().int().min(0).max(1e15).optional(),
};

export const customerSort = sortKey('-overdue', 'name', 'ref', 'outstanding', 'oldest', 'segment', 'owner');

export const listTools = {
  export: route({
    method: 'GET',
    path: '/api/v1/customers/export',
    permission: 'ledger.export',
    summary: 'The whole filtered list of customers as CSV or XLSX.',
    query: z.strictObject({
      ...customerFilters,
      ...customerSort,
      on: dayValue.optional(),
      format: z.enum(['csv', 'xlsx']),
      /** Columns wanted after code and name, by key, with commas between; absent: all. */
      columns: z.string().max(300).optional(),
    }),
    output: file('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
    refusals: ['too_large_to_export'],
  }),
  choices: route({
    method: 'GET',
    path: '/api/v1/customers/choices',
    permission: 'ledger.read',
    summary: 'Segments in use, scenarios, and members customers may belong to.',
    output: z.strictObject({
      segments: z.array(z.string()),
      scenarios: z.array(z.strictObject({ code: z.string(), name: z.string() })),
      owners: z.array(z.strictObject({ email: z.string(), name: z.string() })),
    }),
    refusals: [],
  }),
};
