// What a request asks of the list of invoices, as the database takes it.
import type { Api } from '@quittance/contracts/api';
import type { RouteRequest } from '@quittance/contracts/route';
import type { Day } from '@quittance/core/kernel';
import type { InvoiceFilter, InvoiceNarrowing } from '@quittance/db/invoices';
import type { OrgContext } from '../../services/index.ts';

type Asked = Omit<RouteRequest<Api['invoices']['list']>['query'], 'page' | 'size' | 'sort'> &
  Readonly<{ sort?: string }>;

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

const defined = <T extends object>(made: T): Defined<T> =>
  Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)) as Defined<T>;

const narrowing = (asked: Asked): InvoiceNarrowing => {
  const { segment, owner, issuedFrom, issuedTo, dueFrom, dueTo, minCents, maxCents, level, chased, status } = asked;
  const state = status === 'overdue' || status === 'paid' ? undefined : status;
  const given = { segment, owner, issuedFrom, issuedTo, dueFrom, dueTo, minCents, maxCents, level, chased, state };
  return defined(given) as InvoiceNarrowing;
};

/** The filter of a request, its page aside. */
export const filterOf = (context: OrgContext, asked: Asked, on: Day): Omit<InvoiceFilter, 'limit' | 'offset'> => ({
  companyId: context.companyId,
  on,
  sort: (asked.sort ?? 'due').replace(/^-/, '') as InvoiceFilter['sort'],
  descending: asked.sort?.startsWith('-') ?? false,
  narrow: narrowing(asked),
  ...(asked.search ? { search: asked.search } : {}),
  ...(asked.customerId ? { customerId: asked.customerId } : {}),
  ...(asked.open ? { openOnly: true } : {}),
  ...(asked.status === 'overdue' ? { overdueOnly: true } : {}),
  ...(asked.status === 'paid' ? { paidOnly: true } : {}),
});
