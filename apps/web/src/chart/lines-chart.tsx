// Lines over time with dots: round and full for the first series, square and dashed for the second. A gap stays a gap.
import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { Axes } from './axes.tsx';
import { Points, usePointSentence } from './points.tsx';
import { greatest, HEIGHT, least, MARGIN, type Series, type TimeChartProps } from './series.ts';

const PADDING = 0.5;
const DOT = 3.5;

type Place = Readonly<{ x: (index: number) => number; y: (value: number) => number }>;

function Line({ of, layer, place }: Readonly<{ of: Series; layer: number; place: Place }>) {
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => place.x(index))
    .y((value) => place.y(value ?? 0));
  const values = [...of.values];
  return (
    <g className="q-chart-line" data-layer={layer}>
      <path d={path(values) ?? ''} />
      {values.map((value, index) => {
        if (value === null) return null;
        const [x, y] = [place.x(index), place.y(value)];
        const key = `${of.key}-${x}`;
        return layer === 0 ? (
          <circle key={key} cx={x} cy={y} r={DOT} />
        ) : (
          <rect key={key} x={x - DOT} y={y - DOT} width={DOT * 2} height={DOT * 2} />
        );
      })}
    </g>
  );
}

type Drawn = TimeChartProps & Readonly<{ width: number; onShow: (index: number | null) => void }>;

/** Drawn `width` pixels wide. */
export function LinesChart(props: Drawn) {
  const { width, labels, series, axis, onShow } = props;
  const sentence = usePointSentence(props);
  const indexes = labels.map((_, index) => index);
  const x = scalePoint<number>()
    .domain(indexes)
    .range([MARGIN.left, width - MARGIN.right])
    .padding(PADDING);
  const y = scaleLinear()
    .domain([least(series), greatest(series)])
    .nice()
    .range([HEIGHT - MARGIN.bottom, MARGIN.top]);
  const at = (index: number) => x(index) ?? 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing holds no fieldset
    <svg width={width} height={HEIGHT} role="group" aria-label={props.title}>
      <Axes width={width} y={y} x={at} labels={labels} axis={axis} />
      {series.map((one, layer) => (
        <Line key={one.key} of={one} layer={layer} place={{ x: at, y }} />
      ))}
      <Points
        count={labels.length}
        bandOf={(index) => ({ x: at(index) - x.step() / 2, width: x.step() })}
        sentence={sentence}
        onShow={onShow}
      />
    </svg>
  );
}
