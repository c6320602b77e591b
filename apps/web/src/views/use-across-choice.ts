// Choice across pages: rows named one by one, or all that the filters find but some. Other filters start an empty choice.
import { useState } from 'react';
import type { Choice } from '../table/index.ts';
import { filtersOf, type Search } from './search.ts';

/** What a bulk route takes: `{ids}`, or `{all, filters, except}`. */
export type ChosenRows =
  | Readonly<{ ids: number[] }>
  | Readonly<{ all: true; filters: Record<string, string>; except: number[] }>;

/** A choice and how to change it. */
export type AcrossChoice = Readonly<{
  /** For the table of this page. */
  choice: Choice;
  /** How many rows are chosen, on every page. */
  count: number;
  /** Of the whole list. */
  total: number;
  isAll: boolean;
  /** To be sent to the server; null where nothing is chosen. */
  rows: ChosenRows | null;
  chooseAll: () => void;
  clear: () => void;
}>;

type State = Readonly<{ of: string; isAll: boolean; keys: ReadonlySet<string> }>;

const NONE: ReadonlySet<string> = new Set();

/** `keys` are the rows of this page, `total` those of the whole list; `search` is the address bar's. */
export function useAcrossChoice(
  page: Readonly<{ keys: readonly string[]; total: number; search: Search; nameOf: (key: string) => string }>,
): AcrossChoice {
  const filters = filtersOf(page.search);
  const { sort: _, ...found } = filters;
  const of = JSON.stringify(found);
  const [state, setState] = useState<State>({ of, isAll: false, keys: NONE });
  // `keys` are the chosen rows, or where all are chosen those left out.
  const { isAll, keys } = state.of === of ? state : { isAll: false, keys: NONE };
  const change = (next: ReadonlySet<string>) => {
    const changed = new Set(keys);
    for (const key of page.keys) {
      if (next.has(key) === isAll) changed.delete(key);
      else changed.add(key);
    }
    setState({ of, isAll, keys: changed });
  };
  const count = isAll ? Math.max(0, page.total - keys.size) : keys.size;
  const ids = [...keys].map(Number);
  const rows: ChosenRows = isAll ? { all: true, filters: found, except: ids } : { ids };
  return {
    choice: {
      chosen: isAll ? new Set(page.keys.filter((key) => !keys.has(key))) : keys,
      onChange: change,
      nameOf: page.nameOf,
    },
    ...{ count, total: page.total, isAll },
    rows: count === 0 ? null : rows,
    chooseAll: () => setState({ of, isAll: true, keys: NONE }),
    clear: () => setState({ of, isAll: false, keys: NONE }),
  };
}
