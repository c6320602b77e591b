// Axes: quiet lines across with their figures, labels under the drawing; hidden from those who listen, who have the points and the table.
import type { ScaleLinear } from 'd3-scale';
import { MARGIN } from './series.ts';

const TICKS = 4;
const LABEL_WIDTH = 52;
const TEXT_DROP = 4;
const LABEL_DROP = 18;

/** `x` gives the middle of each label. */
export function Axes({
  width,
  y,
  x,
  labels,
  axis,
}: Readonly<{
  width: number;
  y: ScaleLinear<number, number>;
  x: (index: number) => number;
  labels: readonly string[];
  axis: (value: number) => string;
}>) {
  const every = Math.max(1, Math.ceil((labels.length * LABEL_WIDTH) / Math.max(1, width - MARGIN.left)));
  const bottom = y(y.domain()[0] ?? 0);
  return (
    <g aria-hidden className="q-chart-axes">
      {y.ticks(TICKS).map((tick) => (
        <g key={tick}>
          <line
            x1={MARGIN.left}
            x2={width - MARGIN.right}
            y1={y(tick)}
            y2={y(tick)}
            data-zero={tick === 0 || undefined}
          />
          <text x={MARGIN.left - 6} y={y(tick) + TEXT_DROP} textAnchor="end">
            {axis(tick)}
          </text>
        </g>
      ))}
      {labels.map((label, index) =>
        (labels.length - 1 - index) % every === 0 ? (
          <text key={label} x={x(index)} y={bottom + LABEL_DROP} textAnchor="middle">
            {label}
          </text>
        ) : null,
      )}
    </g>
  );
}
