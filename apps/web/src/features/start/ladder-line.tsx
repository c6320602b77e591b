// Ladder line: the steps of a ladder on a little time line, in words.
import type { ScenarioView } from '@quittance/contracts/api';
import { sayCode, useWords } from '../../i18n/index.ts';
import { offsetWords } from '../../receivables/index.ts';

/** One step after the other, each with its day. */
export function LadderLine({ steps }: Readonly<{ steps: ScenarioView['steps'] }>) {
  const { t } = useWords('start');
  return (
    <ol className="q-ladder-line">
      {steps.map((step) => (
        <li key={step.code} data-before={step.offsetDays < 0 || undefined}>
          <span className="q-ladder-day">{offsetWords(t, step)}</span>
          <span>{sayCode(t, `words:step.${step.code}`, `words:tone.${step.tone}`)}</span>
        </li>
      ))}
    </ol>
  );
}
