// Time line: the ladder from before the due date to its end, drawn to scale; on a phone, and to those who listen, the list it is.
import { ShieldCheck } from 'lucide-react';
import { useWords } from '../../../i18n/index.ts';
import { ChannelIcon } from '../channel-icon.tsx';
import { type EditStep, placesOf, whenWords } from './step.ts';

const ICON = 14;
/** Share of the width a card takes: nearer ones stand in another lane. */
const CARD_PERCENT = 13;
const EDGE_PERCENT = 1;
const FULL = 100;

/** Places in percent of the width and lanes from 0, so that no card covers another. */
function layOut(days: readonly number[]): { left: number; lane: number }[] {
  const first = Math.min(0, ...days);
  const span = Math.max(1, Math.max(0, ...days) - first);
  const ends: number[] = [];
  return days.map((day) => {
    const left = EDGE_PERCENT + ((day - first) / span) * (FULL - EDGE_PERCENT - CARD_PERCENT);
    const free = ends.findIndex((end) => left - end >= CARD_PERCENT);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = left;
    return { left, lane };
  });
}

/** `chosen` is the place of the step being edited. */
export function TimeLine({
  steps,
  chosen,
  onChoose,
}: Readonly<{ steps: readonly EditStep[]; chosen: number | null; onChoose: (place: number) => void }>) {
  const { t } = useWords('scenarios');
  const days = placesOf(steps);
  const all = layOut([...days, 0]);
  const due = all.at(-1);
  const places = all.slice(0, -1);
  const lanes = Math.max(1, ...places.map(({ lane }) => lane + 1));
  return (
    <div className="q-line" style={{ '--lanes': lanes } as React.CSSProperties}>
      <div className="q-line-due" style={{ insetInlineStart: `${due?.left ?? 0}%` }} aria-hidden>
        {t('dueDay')}
      </div>
      <ol className="q-line-steps" aria-label={t('timeLine')}>
        {steps.map((step, index) => (
          <li
            key={step.code}
            style={
              { '--left': `${places[index]?.left ?? 0}%`, '--lane': places[index]?.lane ?? 0 } as React.CSSProperties
            }
          >
            <button
              type="button"
              className="q-line-step"
              aria-pressed={chosen === index}
              onClick={() => onChoose(index)}
            >
              <span className="q-line-when">
                {t('dayShort', {
                  days: days[index] !== undefined && days[index] > 0 ? `+${days[index]}` : days[index],
                })}
              </span>
              <span className="q-line-channel">
                <ChannelIcon channel={step.channel} /> {t(`words:channel.${step.channel}`)}
              </span>
              <span className="q-line-tone">{t(`words:tone.${step.tone}`)}</span>
              {step.needsApproval && (
                <span className="q-line-mark">
                  <ShieldCheck size={ICON} aria-hidden /> {t('toApprove')}
                </span>
              )}
              <span className="q-hidden">{whenWords(t, step)}</span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
