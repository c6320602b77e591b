// Search of a list: the filters of the address bar as text, without the page, compared as views.

/** What the address bar says of a list. */
export type Search = Readonly<Record<string, unknown>>;

/** Filters and order as text; the page, and what is empty, are left out. */
export const filtersOf = (search: Search): Record<string, string> =>
  Object.fromEntries(
    Object.entries(search)
      .filter(([key, value]) => key !== 'page' && value !== undefined && value !== null && value !== '')
      .map(([key, value]) => [key, String(value)])
      .sort(([a], [b]) => (a! < b! ? -1 : 1)),
  );

/** Whether two addresses show the same rows in the same order. */
export const isSameSearch = (a: Search, b: Search): boolean =>
  JSON.stringify(filtersOf(a)) === JSON.stringify(filtersOf(b));
