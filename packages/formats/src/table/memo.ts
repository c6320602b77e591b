// A bounded memory for readings that come back on many rows: days, kinds, languages, currencies.

const MOST = 20_000;

/** `read`, remembering its last twenty thousand answers at most. `read` must depend on its text alone. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    const value = read(text);
    if (known.size >= MOST) known.clear();
    known.set(text, value);
    return value;
  };
}
