// Points: one target for each label, reached by the keyboard and said with its values; the drawing under it only shows.
import { useWords } from '../i18n/index.ts';
import { HEIGHT, type TimeChartProps } from './series.ts';

/** What a label says aloud: "31/03/2026 : Encours 12 000 €, En retard 3 000 €". */
export function usePointSentence({ longLabels, series, format }: TimeChartProps): (index: number) => string {
  const { t } = useWords('chart');
  return (index) =>
    t('point', {
      label: longLabels[index],
      values: series
        .map(({ name, values }) => {
          const value = values[index] ?? null;
          return t('value', { name, value: value === null ? t('none') : format(value) });
        })
        .join(', '),
    });
}

/** Bands over the drawing; the one in focus or under the pointer is told to `onShow`. */
export function Points({
  count,
  bandOf,
  sentence,
  onShow,
}: Readonly<{
  count: number;
  bandOf: (index: number) => Readonly<{ x: number; width: number }>;
  sentence: (index: number) => string;
  onShow: (index: number | null) => void;
}>) {
  return Array.from({ length: count }, (_, index) => {
    const { x, width } = bandOf(index);
    return (
      // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a point is read by keyboard, and does nothing else
      <rect
        // biome-ignore lint/suspicious/noArrayIndexKey: labels stand in order and are not moved
        key={index}
        className="q-chart-point"
        role="img"
        aria-label={sentence(index)}
        tabIndex={0}
        x={x}
        y={0}
        width={width}
        height={HEIGHT}
        onFocus={() => onShow(index)}
        onBlur={() => onShow(null)}
        onMouseEnter={() => onShow(index)}
        onMouseLeave={() => onShow(null)}
      />
    );
  });
}
