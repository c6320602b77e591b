// Cells: what a table file holds at one place — text, or a number where the format knows numbers (workbooks).

/** A cell. Text comes trimmed; an empty string is an empty cell. Days of workbooks come as serial numbers. */
export type Cell = string | number;

/** One row of a table with its 1-based place in the file. */
export type TableRow = Readonly<{ row: number; cells: readonly Cell[] }>;

/** A cell as text. */
export const cellText = (cell: Cell | undefined): string => (cell === undefined ? '' : String(cell).trim());
