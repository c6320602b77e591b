// Data table: rows of one page of a list; sorting and paging are the server's. Drawn as cards on a phone.
import { Checkbox } from '@mantine/core';
import { Fragment, lazy, Suspense, useRef, useState } from 'react';
import { useWords } from '../i18n/index.ts';
import type { Choice, DataTableProps } from './column.ts';
import { HeadCell } from './head-cell.tsx';
import { useRowKeys } from './row-keys.ts';
import { headOf, type RowWindow, type ScrollTo, VIRTUAL_FROM } from './row-window.ts';
import { TableRow } from './table-row.tsx';
import { useWide } from './use-wide.ts';
import './table.css';

const LongRows = lazy(async () => ({ default: (await import('./long-rows.tsx')).LongRows }));

function ChooseAll({ keys, choice }: Readonly<{ keys: readonly string[]; choice: Choice }>) {
  const { t } = useWords();
  const count = keys.filter((key) => choice.chosen.has(key)).length;
  const isAll = count === keys.length && count > 0;
  const toggle = () => {
    const next = new Set(choice.chosen);
    for (const key of keys) isAll ? next.delete(key) : next.add(key);
    choice.onChange(next);
  };
  return (
    <Checkbox aria-label={t('list.selectAll')} checked={isAll} indeterminate={count > 0 && !isAll} onChange={toggle} />
  );
}

/** The group's title where a row opens one. */
function groupStarting<Row>(
  rows: readonly Row[],
  at: number,
  groupOf: ((row: Row) => string) | undefined,
): string | null {
  const row = rows[at];
  if (!groupOf || row === undefined) return null;
  const before = rows[at - 1];
  const group = groupOf(row);
  return before !== undefined && groupOf(before) === group ? null : group;
}

/** Counts the lists that were asked for: the rows of another page, order or filter are new ones, not the same ones moved elsewhere. */
function useListCount(isStale: boolean): number {
  const [seen, setSeen] = useState({ isStale, count: 0 });
  if (seen.isStale !== isStale) setSeen({ isStale, count: isStale ? seen.count : seen.count + 1 });
  return seen.count;
}

/** Rows with a sticky head, totals, choice by checkbox and keyboard (↑ ↓, space, Enter). */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, columns, rowKey, choice } = props;
  const { t } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const isWide = useWide(scroller);
  const scrollTo = useRef<ScrollTo>(() => undefined);
  const keys = useRowKeys<Row>({ ...props, scrollTo: (index) => scrollTo.current(index) });
  const list = useListCount(props.isStale ?? false);
  const isGrey = props.isStale || props.isBusy;
  const hasTotals = columns.some(({ total }) => total !== undefined);
  const span = columns.length + (choice ? 1 : 0);
  const drawn = ({ first, last, above, below }: RowWindow) => (
    <>
      {above > 0 && (
        <tr aria-hidden style={{ height: above }}>
          <td colSpan={span} />
        </tr>
      )}
      {rows.slice(first, last + 1).map((row, index) => {
        const group = groupStarting(rows, first + index, props.groupOf);
        return (
          <Fragment key={`${list} ${rowKey(row)}`}>
            {group !== null && (
              <tr className="q-group">
                <th colSpan={span} scope="colgroup">
                  {group}
                </th>
              </tr>
            )}
            <TableRow row={row} index={first + index} table={props} keys={keys} />
          </Fragment>
        );
      })}
      {below > 0 && (
        <tr aria-hidden style={{ height: below }}>
          <td colSpan={span} />
        </tr>
      )}
    </>
  );
  return (
    <div className="q-table-wrap" ref={scroller} data-stale={isGrey || undefined} data-wide={isWide || undefined}>
      <table className="q-table" aria-label={label} aria-busy={isGrey}>
        <thead>
          <tr>
            {choice && (
              <th className="q-choose" scope="col">
                <ChooseAll keys={rows.map(rowKey)} choice={choice} />
              </th>
            )}
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.length > VIRTUAL_FROM ? (
            <Suspense fallback={drawn(headOf(rows.length))}>
              <LongRows count={rows.length} scroller={scroller} scrollTo={scrollTo}>
                {drawn}
              </LongRows>
            </Suspense>
          ) : (
            drawn(headOf(rows.length))
          )}
        </tbody>
        {hasTotals && (
          <tfoot>
            <tr>
              {choice && <td className="q-choose" />}
              {columns.map((column, index) => (
                <td key={column.key} className={column.numeric ? 'q-num' : undefined} data-label={column.title}>
                  {column.total ?? (index === 0 ? t('list.total') : null)}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
      {props.footer}
    </div>
  );
}
