// Row window: which rows of a list are drawn, and the empty space that stands for the others.

/** Height of a row nobody has measured yet, in pixels. */
export const ROW_HEIGHT = 44;

/** From this many rows on, only those near the window are drawn. */
export const VIRTUAL_FROM = 120;

/** First and last row drawn; `above` and `below` are pixels left empty. */
export type RowWindow = Readonly<{ first: number; last: number; above: number; below: number }>;

/** Brings a row into view. */
export type ScrollTo = (index: number) => void;

/** The head of a list, as long as nobody scrolled: all of it where it is short. */
export function headOf(count: number): RowWindow {
  const shown = Math.min(count, VIRTUAL_FROM);
  return { first: 0, last: shown - 1, above: 0, below: (count - shown) * ROW_HEIGHT };
}
