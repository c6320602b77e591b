// Search: what the address bar says of the aged balance, and the answer it asks for.
import type { agedBalance } from '@quittance/contracts/api';
import type { RouteInput, RouteOutput } from '@quittance/contracts/route';
import { NONE } from '@quittance/contracts/values';
import { dueDaysOf } from '../../receivables/index.ts';

/** The query as the route takes it. */
export type Query = NonNullable<RouteInput<(typeof agedBalance)['get']>['query']>;

/** The answer. */
export type Balance = RouteOutput<(typeof agedBalance)['get']>;

/** One row of it. */
export type Row = Balance['items'][number];

/** Filters as the address bar has them. */
export type Filter = Readonly<{
  search?: string;
  on?: string;
  by?: string;
  segment?: string;
  owner?: string;
  bounds?: string;
  sort?: string;
  page?: number;
}>;

/** A change of some of them; undefined takes one away. */
export type Change = { readonly [K in keyof Filter]?: Filter[K] | undefined };

/** Filters that point at one row: its customer, or its group; a group of none is said so. */
function rowFilter(row: Row, by: string | undefined): Readonly<Record<string, string>> {
  if (row.customerId !== null) return { customerId: String(row.customerId) };
  return { [by ?? 'segment']: row.ref === '' ? NONE : row.ref };
}

/** The invoices behind a cell, or behind a total where there is no row: a bucket's, or all that are open. */
export function invoicesBehind(
  { on }: Balance,
  filter: Filter,
  cell: Readonly<{ row?: Row; bucket?: string }>,
): Record<string, string> {
  const { segment, owner, search, by } = filter;
  return {
    open: 'true',
    ...(segment ? { segment } : {}),
    ...(owner ? { owner } : {}),
    ...(cell.row ? rowFilter(cell.row, by) : {}),
    ...(!cell.row && search ? { search } : {}),
    ...(cell.bucket ? dueDaysOf(cell.bucket, on) : {}),
  };
}
