// Past decisions: what was decided about a movement before, by whom, and why it was undone.
import { Text } from '@mantine/core';
import type { MatchDecisionView } from '@quittance/contracts/api';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { useActor } from '../../../session/index.ts';
import { DecisionItems } from './explanation.tsx';

function Past({ of }: Readonly<{ of: MatchDecisionView }>) {
  const { t } = useWords('cash');
  const { instant } = useFormats();
  const actorOf = useActor();
  const { origin, actor, at, undone } = of;
  return (
    <li>
      <Text size="sm">{t(`taken.${origin}`, { who: actorOf(actor), at: instant(at) })}</Text>
      {undone && (
        <Text size="sm" fw={600}>
          {t('undoneBy', { who: actorOf(undone.by), at: instant(undone.at), reason: undone.reason })}
        </Text>
      )}
      <DecisionItems of={of} />
    </li>
  );
}

/** Nothing is drawn where nothing was decided. */
export function PastDecisions({ of }: Readonly<{ of: readonly MatchDecisionView[] }>) {
  const { t } = useWords('cash');
  if (of.length === 0) return null;
  return (
    <details className="q-past">
      <summary>{t('past', { count: of.length })}</summary>
      <ul>
        {of.map((one) => (
          <Past key={one.decisionId} of={one} />
        ))}
      </ul>
    </details>
  );
}
