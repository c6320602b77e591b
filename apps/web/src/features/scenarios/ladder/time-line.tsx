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
/** Heights in rem: a line of a card, what a card has around its lines, what stands above the first lane. */
const LINE = 1.08;
const AROUND = 0.95;
const HEAD = 1.25;
/** Letters that fit a line of a card, beside its icon and without one. */
const BESIDE_ICON = 14;
const ALONE = 18;

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

/** Where each lane begins below the top, in rem, and the end of the last one; a lane is as tall as its tallest card. */
function lanesOf(cards: readonly Readonly<{ lane: number; lines: number }>[]): number[] {
  const tops = [HEAD];
  for (let lane = 0; cards.some((card) => card.lane >= lane); lane += 1) {
    const lines = Math.max(0, ...cards.filter((card) => card.lane === lane).map((card) => card.lines));
    tops.push((tops.at(-1) ?? HEAD) + lines * LINE + AROUND);
  }
  return tops;
}

function useLines(): (step: EditStep) => number {
  const { t } = useWords('scenarios');
  const needed = (text: string, room: number) => Math.ceil(text.length / room);
  return (step) =>
    1 +
    needed(t(`words:channel.${step.channel}`), BESIDE_ICON) +
    needed(t(`words:tone.${step.tone}`), ALONE) +
    (step.needsApproval ? 1 : 0);
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
  const linesOf = useLines();
  const tops = lanesOf(steps.map((step, index) => ({ lane: places[index]?.lane ?? 0, lines: linesOf(step) })));
  return (
    <div className="q-line" style={{ '--depth': tops.at(-1) } as React.CSSProperties}>
      <div className="q-line-due" style={{ insetInlineStart: `${due?.left ?? 0}%` }} aria-hidden>
        {t('dueDay')}
      </div>
      <ol className="q-line-steps" aria-label={t('timeLine')}>
        {steps.map((step, index) => (
          <li
            key={step.code}
            style={
              {
                '--left': `${places[index]?.left ?? 0}%`,
                '--top': tops[places[index]?.lane ?? 0],
              } as React.CSSProperties
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
              <span>{t(`words:tone.${step.tone}`)}</span>
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
