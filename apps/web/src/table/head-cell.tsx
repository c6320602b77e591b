// Head cell: a column's title; where the server can sort by it, a button that says which way.
import { UnstyledButton } from '@mantine/core';
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import type { Column } from './column.ts';

const ICON = 14;

type Order = 'ascending' | 'descending' | 'none';

const orderOf = (sort: string | undefined, key: string): Order => {
  if (sort === key) return 'ascending';
  return sort === `-${key}` ? 'descending' : 'none';
};

/** Numbers are first sorted from the largest, words from the first. */
const nextSort = (order: Order, column: Column<never>): string => {
  const key = column.sort ?? column.key;
  if (order === 'none') return column.numeric ? `-${key}` : key;
  return order === 'ascending' ? `-${key}` : key;
};

const Arrow = ({ order }: Readonly<{ order: Order }>) => {
  if (order === 'ascending') return <ArrowUp size={ICON} aria-hidden />;
  return order === 'descending' ? (
    <ArrowDown size={ICON} aria-hidden />
  ) : (
    <ChevronsUpDown size={ICON} aria-hidden className="q-faint" />
  );
};

/** One cell of a table's head. */
export function HeadCell<Row>({
  column,
  sort,
  onSort,
}: Readonly<{ column: Column<Row>; sort?: string | undefined; onSort?: ((sort: string) => void) | undefined }>) {
  const className = column.numeric ? 'q-num' : undefined;
  if (!column.sort || !onSort)
    return (
      <th scope="col" className={className}>
        {column.title}
      </th>
    );
  const order = orderOf(sort, column.sort);
  return (
    <th scope="col" className={className} aria-sort={order}>
      <UnstyledButton className="q-sort" onClick={() => onSort(nextSort(order, column as Column<never>))}>
        {column.title}
        <Arrow order={order} />
      </UnstyledButton>
    </th>
  );
}
