// Columns: how a table shows one field of its rows.
import type { ReactNode } from 'react';

/** One column. */
export type Column<Row> = Readonly<{
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** Key the server sorts by; absent: not sortable. */
  sort?: string;
  /** Figures stand right. */
  numeric?: boolean;
  /** The row's name: a row header for those who listen. */
  isName?: boolean;
  /** What stands below, in the totals row. */
  total?: ReactNode;
  /** Left out of the cards on a phone. */
  hideOnPhone?: boolean;
  /** Not shown until the reader chooses it. */
  startsHidden?: boolean;
}>;

/** Which rows are chosen, by key. */
export type Choice = Readonly<{
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
  /** How a row is named aloud. */
  nameOf: (key: string) => string;
}>;

/** What a table is given. `label` names it for those who listen. */
export type DataTableProps<Row> = Readonly<{
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  sort?: string;
  onSort?: (sort: string) => void;
  choice?: Choice;
  /** Title of the group a row belongs to; rows of one group stand together. */
  groupOf?: (row: Row) => string;
  /** Enter on a row. */
  onOpen?: (row: Row) => void;
  /** The row the keyboard is on, by its place, as it moves. */
  onActive?: (index: number) => void;
  /** Other keys on a row: letters. */
  onKey?: (key: string, row: Row) => boolean;
  /** Whether the rows are those of another page, order or filter, grey while the asked ones are on their way. */
  isStale?: boolean;
  /** Whether something is being done with the rows, which stay what they are. */
  isBusy?: boolean;
  footer?: ReactNode;
}>;
