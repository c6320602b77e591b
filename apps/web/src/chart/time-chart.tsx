// A chart over time in its frame: title, legend by shape, the value under the pointer or the keyboard, and the same as a table.
import './words.ts';
import './chart.css';
import { Button, Group, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { ChartLine, Table2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../i18n/index.ts';
import { usePointSentence } from './points.tsx';
import { HEIGHT, type TimeChartProps } from './series.ts';

const ICON = 16;

/** The drawings are fetched after the page; their room is kept meanwhile. */
const DRAWINGS = {
  columns: lazy(async () => ({ default: (await import('./columns-chart.tsx')).ColumnsChart })),
  lines: lazy(async () => ({ default: (await import('./lines-chart.tsx')).LinesChart })),
};

function ChartTable({ title, longLabels, series, format }: TimeChartProps) {
  const { t } = useWords('chart');
  return (
    <table className="q-chart-table" aria-label={title}>
      <thead>
        <tr>
          <td />
          {series.map(({ key, name }) => (
            <th key={key} scope="col" className="q-num">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {longLabels.map((label, index) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {series.map(({ key, values }) => {
              const value = values[index] ?? null;
              return (
                <td key={key} className="q-num">
                  {value === null ? t('none') : format(value)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Legend = ({ series, kind }: Readonly<{ series: TimeChartProps['series']; kind: 'columns' | 'lines' }>) => (
  <Group gap="md" className="q-chart-legend">
    {series.map(({ key, name }, layer) => (
      <Text key={key} size="sm" component="span">
        <span className="q-chart-key" data-kind={kind} data-layer={layer} aria-hidden />
        {name}
      </Text>
    ))}
  </Group>
);

/** `kind`: columns for amounts that make up a whole, lines for figures. */
export function TimeChart({
  kind,
  children,
  ...props
}: TimeChartProps & Readonly<{ kind: 'columns' | 'lines'; children?: React.ReactNode }>) {
  const { t } = useWords('chart');
  const { ref, width } = useElementSize();
  const [isTable, setTable] = useState(false);
  const [shown, setShown] = useState<number | null>(null);
  const sentence = usePointSentence(props);
  const last = props.labels.length - 1;
  const Drawing = DRAWINGS[kind];
  return (
    <section className="q-panel q-chart" aria-label={props.title}>
      <Group justify="space-between" align="flex-start" gap="xs" wrap="nowrap">
        <h2>{props.title}</h2>
        <Button
          variant="subtle"
          size="compact-sm"
          flex="none"
          leftSection={isTable ? <ChartLine size={ICON} aria-hidden /> : <Table2 size={ICON} aria-hidden />}
          onClick={() => setTable(!isTable)}
        >
          {t(isTable ? 'drawing' : 'table')}
        </Button>
      </Group>
      {children}
      {isTable ? (
        <ChartTable {...props} />
      ) : (
        <>
          <Legend series={props.series} kind={kind} />
          <div ref={ref} style={{ height: HEIGHT }}>
            <Suspense>{width > 0 && <Drawing {...props} width={width} onShow={setShown} />}</Suspense>
          </div>
          <Text size="sm" c="dimmed" className="q-chart-reading">
            {last >= 0 ? sentence(shown ?? last) : null}
          </Text>
        </>
      )}
    </section>
  );
}
