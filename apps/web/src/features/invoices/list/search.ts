// Filters of the list of invoices: as the address bar holds them, and as the server is asked.

/** Names of the filters in the address bar, besides search, sort, page and day. */
export const FILTERS = [
  'status',
  'open',
  'customerId',
  'segment',
  'owner',
  'issuedFrom',
  'issuedTo',
  'dueFrom',
  'dueTo',
  'minCents',
  'maxCents',
  'level',
  'chased',
] as const;

/** The filters behind the button, and how many of them are in use. */
const MORE = FILTERS.filter((name) => name !== 'status' && name !== 'open');

type Search = Readonly<Record<string, unknown>>;

/** States whose invoices have nothing open any more. */
const SETTLED = new Set(['paid', 'cancelled']);

/** The query of an address: only open invoices, unless it says otherwise or asks for settled ones. */
export function queryOf(search: Search): Record<string, unknown> {
  const { open, ...rest } = search;
  const isAll = open === 'false' || SETTLED.has(String(rest.status));
  return isAll ? rest : { ...rest, open: 'true' };
}

/** How many of the filters behind the button are in use. */
export const countMore = (search: Search): number => MORE.filter((name) => search[name] !== undefined).length;

/** The address without the filters behind the button. */
export const withoutMore = (search: Search): Record<string, unknown> =>
  Object.fromEntries(Object.entries(search).filter(([name]) => !(MORE as readonly string[]).includes(name)));

/** Filters as text. */
export type FilterChange = Partial<Record<(typeof FILTERS)[number] | 'search' | 'on', string | undefined>>;
