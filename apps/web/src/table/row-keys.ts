// Row keys: the keyboard on a table. One row at a time takes the focus; ↑ ↓ Home End move it, space chooses, Enter opens.
import { type KeyboardEvent, type RefCallback, useEffect, useRef, useState } from 'react';
import type { DataTableProps } from './column.ts';

/** The keyboard's state and what rows need of it. */
export type RowKeys<Row> = Readonly<{
  active: number;
  setActive: (index: number) => void;
  /** The focus leaves a row: for nothing where the row itself went away. */
  onBlur: (to: EventTarget | null) => void;
  register: (index: number) => RefCallback<HTMLTableRowElement>;
  toggle: (index: number) => void;
  onRowKey: (event: KeyboardEvent<HTMLTableRowElement>, index: number) => void;
  /** Letters on a row; returns whether it was taken. */
  onKey?: (key: string, row: Row) => boolean;
}>;

const MOVES: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** Makes the keyboard of a table. */
export function useRowKeys<Row>(table: DataTableProps<Row> & { scrollTo: (index: number) => void }): RowKeys<Row> {
  const [active, setState] = useState(0);
  const elements = useRef(new Map<number, HTMLTableRowElement>());
  /** Key of the row that has the focus. */
  const focused = useRef<string | null>(null);
  const last = table.rows.length - 1;
  const setActive = (index: number) => {
    const row = table.rows[index];
    focused.current = row === undefined ? null : table.rowKey(row);
    setState(index);
    table.onActive?.(index);
  };
  // A row that leaves the list under the focus hands it to the one that takes its place.
  useEffect(() => {
    if (focused.current === null || document.activeElement !== document.body) return;
    if (table.rows.some((row) => table.rowKey(row) === focused.current)) return;
    elements.current.get(Math.min(active, last))?.focus();
  });

  const register =
    (index: number): RefCallback<HTMLTableRowElement> =>
    (element) => {
      if (element) elements.current.set(index, element);
      else elements.current.delete(index);
    };
  const move = (to: number) => {
    setActive(to);
    table.scrollTo(to);
    requestAnimationFrame(() => elements.current.get(to)?.focus());
  };
  const toggle = (index: number) => {
    const row = table.rows[index];
    if (!table.choice || row === undefined) return;
    const next = new Set(table.choice.chosen);
    const key = table.rowKey(row);
    if (!next.delete(key)) next.add(key);
    table.choice.onChange(next);
  };
  const take = (key: string, index: number): boolean => {
    const row = table.rows[index];
    const to = MOVES[key]?.(index, last);
    if (to !== undefined) move(to);
    else if (key === ' ' && table.choice) toggle(index);
    else if (key === 'Enter' && table.onOpen && row !== undefined) table.onOpen(row);
    else return row !== undefined && (table.onKey?.(key, row) ?? false);
    return true;
  };
  const onBlur = (to: EventTarget | null) => {
    if (to !== null) focused.current = null;
  };
  const onRowKey: RowKeys<Row>['onRowKey'] = (event, index) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    if (take(event.key, index)) event.preventDefault();
  };
  return { active: Math.min(active, Math.max(last, 0)), setActive, onBlur, register, toggle, onRowKey };
}
