// Columns of a list as the reader wants them: which, in what order; remembered for each user and screen on this device.
import { useState } from 'react';
import { useSession } from '../session/index.ts';
import type { Column } from '../table/index.ts';

/** The columns to draw, and how to change them. */
export type Columns<Row> = Readonly<{
  all: readonly Column<Row>[];
  shown: readonly Column<Row>[];
  /** Keys of those shown when the reader chose; empty for the usual ones. */
  chosen: readonly string[];
  /** An empty list goes back to the usual ones. */
  choose: (keys: readonly string[]) => void;
}>;

const placeOf = (userId: string, screen: string): string => `quittance.columns.${userId}.${screen}`;

function remembered(place: string): readonly string[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(read) ? read.filter((key): key is string => typeof key === 'string') : [];
  } catch {
    return [];
  }
}

/** The row's name always stands first: without it a row says nothing. A key that is no column any more is passed over; what
 * was chosen stands on a phone too. */
export function columnsOf<Row>(all: readonly Column<Row>[], chosen: readonly string[]): readonly Column<Row>[] {
  const known = chosen.flatMap((key) => all.find((column) => column.key === key && !column.isName) ?? []);
  if (known.length === 0) return all.filter((column) => !column.startsHidden);
  return [...all.filter((column) => column.isName), ...known.map((column) => ({ ...column, hideOnPhone: false }))];
}

/** `screen` names the list: letters and underscores. */
export function useColumns<Row>(screen: string, all: readonly Column<Row>[]): Columns<Row> {
  const { data } = useSession();
  const place = placeOf(data?.user.userId ?? '', screen);
  const [state, setState] = useState(() => ({ place, keys: remembered(place) }));
  const chosen = state.place === place ? state.keys : remembered(place);
  const choose = (keys: readonly string[]) => {
    setState({ place, keys });
    try {
      if (keys.length === 0) localStorage.removeItem(place);
      else localStorage.setItem(place, JSON.stringify(keys));
    } catch {
      // A full or closed storage: the choice lasts until the page is left.
    }
  };
  return { all, shown: columnsOf(all, chosen), chosen, choose };
}
