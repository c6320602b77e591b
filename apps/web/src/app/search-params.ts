// Search params: what the address bar may say, read without trust. An unreadable value is left out.

type Raw = Readonly<Record<string, unknown>>;

/** The address bar's filters as plain text: `?job=3`, never quoted. */
export const readQuery = (query: string): Raw => Object.fromEntries(new URLSearchParams(query));

/** The same written: what is absent is left out. */
export const writeQuery = (search: Raw): string => {
  const pairs = Object.entries(search).flatMap(([key, value]) =>
    value === undefined || value === null ? [] : [[key, String(value)]],
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
};

const text = (value: unknown): string | undefined => {
  const read = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  return typeof read === 'string' && read !== '' ? read : undefined;
};

const day = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;

const page = (value: unknown): number | undefined => {
  const read = Number(value);
  return Number.isInteger(read) && read > 1 ? read : undefined;
};

/** Leaves out what is not there, so that addresses stay short. */
const compact = <T extends object>(made: T): Partial<T> =>
  Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)) as Partial<T>;

/** Lists: search, sort, page, day. */
export const listSearch = (raw: Raw) =>
  compact({ search: text(raw.search), sort: text(raw.sort), page: page(raw.page), on: day(raw.on) }) as {
    search?: string;
    sort?: string;
    page?: number;
    on?: string;
  };

/** A list with named filters besides. */
export const filteredSearch =
  <K extends string>(...names: readonly K[]) =>
  (raw: Raw) =>
    ({
      ...listSearch(raw),
      ...compact(Object.fromEntries(names.map((name) => [name, text(raw[name])]))),
    }) as ReturnType<typeof listSearch> & { [key in K]?: string };
