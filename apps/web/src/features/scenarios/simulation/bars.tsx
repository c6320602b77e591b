// Bars: messages a day. Full bars are what would be in force, hollow ones what is in force now; the table below says the same.
import type { SimulationView } from '@quittance/contracts/api';
import { scaleLinear } from 'd3-scale';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { totalsOf } from './totals.ts';

type Days = SimulationView['now'];

const HEIGHT = 140;
const SLOT = 24;
const TOP = 16;
const GAP = 4;
const TICKS = 3;
const AXIS = 36;
const LABEL_EVERY = 7;
const LABEL_ROOM = 18;

const countsOf = (days: Days): number[] => days.map((day) => totalsOf([day]).count);

/** A drawing named for those who listen; it scrolls where it is wider than the screen. */
export function Bars({ now, edited }: Readonly<{ now: Days; edited: Days | null }>) {
  const { t } = useWords('scenarios');
  const { day } = useFormats();
  const [full, hollow] = [countsOf(edited ?? now), edited ? countsOf(now) : null];
  const most = Math.max(1, ...full, ...(hollow ?? []));
  const y = scaleLinear().domain([0, most]).nice(TICKS).range([HEIGHT, TOP]);
  const width = AXIS + now.length * SLOT;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
    <section className="q-scroll" tabIndex={0} aria-label={t('sim.chart')}>
      <svg
        width={width}
        height={HEIGHT + LABEL_ROOM}
        role="img"
        aria-label={t('sim.chartSays', { count: totalsOf(edited ?? now).count })}
      >
        {y
          .ticks(TICKS)
          .filter(Number.isInteger)
          .map((tick) => (
            <g key={tick} className="q-bars-axis">
              <line x1={AXIS} x2={width} y1={y(tick)} y2={y(tick)} />
              <text x={AXIS - GAP} y={y(tick)} textAnchor="end" dominantBaseline="middle">
                {tick}
              </text>
            </g>
          ))}
        {now.map(({ on }, index) => {
          const x = AXIS + index * SLOT;
          const inner = SLOT - GAP;
          const wide = hollow ? inner / 2 : inner;
          return (
            <g key={on}>
              {hollow && (
                <rect
                  className="q-bars-hollow"
                  x={x}
                  width={wide}
                  y={y(hollow[index] ?? 0)}
                  height={HEIGHT - y(hollow[index] ?? 0)}
                />
              )}
              <rect
                className="q-bars-full"
                x={hollow ? x + wide : x}
                width={wide}
                y={y(full[index] ?? 0)}
                height={HEIGHT - y(full[index] ?? 0)}
              >
                <title>{t('sim.bar', { day: day(on), count: full[index] })}</title>
              </rect>
              {index % LABEL_EVERY === 0 && (
                <text x={x} y={HEIGHT + LABEL_ROOM - GAP}>
                  {day(on).slice(0, 5)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      {hollow && (
        <p className="q-bars-key">
          <span className="q-key-full" aria-hidden /> {t('sim.keyEdited')}
          <span className="q-key-hollow" aria-hidden /> {t('sim.keyNow')}
        </p>
      )}
    </section>
  );
}
