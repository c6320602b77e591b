// Series: what a chart over time draws. Values stand in the order of the labels; null where there is none.

/** One series; its name is written beside it. */
export type Series = Readonly<{ key: string; name: string; values: readonly (number | null)[] }>;

/** A chart over time. `format` writes a value in full, `axis` in short. */
export type TimeChartProps = Readonly<{
  title: string;
  /** Short labels under the axis, and long ones for the table and the reading line. */
  labels: readonly string[];
  longLabels: readonly string[];
  series: readonly Series[];
  format: (value: number) => string;
  axis: (value: number) => string;
}>;

/** Pixels around the drawing: room for the figures of the axis and the labels under it. */
export const MARGIN = { top: 14, right: 12, bottom: 26, left: 58 } as const;

/** Height of every chart over time, in pixels. */
export const HEIGHT = 220;

/** The greatest value, at least one so that the scale has a length. */
export const greatest = (series: readonly Series[]): number =>
  Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));

/** The least value or zero: a balance in the customers' favour stands below the line. */
export const least = (series: readonly Series[]): number =>
  Math.min(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
