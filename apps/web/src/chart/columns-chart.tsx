// Columns over time: the first series in full, the second inside it, hatched; the part of the whole is seen at once.
import { scaleBand, scaleLinear } from 'd3-scale';
import { useId } from 'react';
import { Axes } from './axes.tsx';
import { Points, usePointSentence } from './points.tsx';
import { greatest, HEIGHT, least, MARGIN, type TimeChartProps } from './series.ts';

const PADDING = 0.3;
const HATCH = 6;
const RADIUS = 2;

type Drawn = TimeChartProps & Readonly<{ width: number; onShow: (index: number | null) => void }>;

/** Drawn `width` pixels wide. */
export function ColumnsChart(props: Drawn) {
  const { width, labels, series, axis, onShow } = props;
  const hatch = useId();
  const sentence = usePointSentence(props);
  const indexes = labels.map((_, index) => index);
  const x = scaleBand<number>()
    .domain(indexes)
    .range([MARGIN.left, width - MARGIN.right])
    .padding(PADDING);
  const y = scaleLinear()
    .domain([least(series), greatest(series)])
    .nice()
    .range([HEIGHT - MARGIN.bottom, MARGIN.top]);
  const middle = (index: number) => (x(index) ?? 0) + x.bandwidth() / 2;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing holds no fieldset
    <svg width={width} height={HEIGHT} role="group" aria-label={props.title}>
      <defs>
        <pattern id={hatch} width={HATCH} height={HATCH} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width={HATCH} height={HATCH} className="q-chart-late" />
          <rect width={HATCH / 2} height={HATCH} className="q-chart-late-line" />
        </pattern>
      </defs>
      <Axes width={width} y={y} x={middle} labels={labels} axis={axis} />
      {series.map(({ key, values }, layer) =>
        values.map((value, index) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: values stand in order and are not moved
            key={`${key}-${index}`}
            className="q-chart-column"
            style={layer > 0 ? { fill: `url(#${hatch})` } : undefined}
            x={x(index) ?? 0}
            width={x.bandwidth()}
            y={Math.min(y(0), y(value ?? 0))}
            height={Math.abs(y(0) - y(value ?? 0))}
            rx={RADIUS}
          />
        )),
      )}
      <Points
        count={labels.length}
        bandOf={(index) => ({ x: (x(index) ?? 0) - (x.step() * PADDING) / 2, width: x.step() })}
        sentence={sentence}
        onShow={onShow}
      />
    </svg>
  );
}
