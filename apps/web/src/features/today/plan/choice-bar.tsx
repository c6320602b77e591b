// Choice bar: how many are chosen and what can be done with them, over every page of the list; the keys that do the same.
import { Button, Kbd, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useWords } from '../../../i18n/index.ts';
import { ConfirmDialog } from '../../../page/index.ts';
import { type Gap, GapNote } from '../letterhead-gaps.tsx';
import type { DecisionDesk } from './decisions.ts';
import { countOf, NOTHING, type PlanFilter, type Selection } from './selection.ts';

const KEYS = [
  ['↑ ↓', 'move'],
  ['␣', 'choose'],
  ['↵', 'read'],
  ['A', 'approve'],
  ['S', 'skip'],
  ['P', 'postpone'],
  ['H', 'hold'],
] as const;

/** The keys of the list, for those who have a keyboard. */
function ShortcutBar() {
  const { t } = useWords('today');
  return (
    <div className="q-keys" role="note" aria-label={t('keys.title')}>
      {KEYS.map(([key, word]) => (
        <span key={word}>
          <Kbd size="xs">{key === '␣' ? t('keys.space') : key === '↵' ? t('keys.enter') : key}</Kbd> {t(`keys.${word}`)}
        </span>
      ))}
    </div>
  );
}

type BarProps = Readonly<{
  total: number;
  filter: PlanFilter;
  selection: Selection;
  onSelect: (selection: Selection) => void;
  decisions: DecisionDesk;
  mayHold: boolean;
  /** What the letterhead lacks, where a formal notice is among all of them. */
  gaps: readonly Gap[];
}>;

function Chosen({ total, filter, selection, onSelect, decisions, mayHold }: BarProps) {
  const { t } = useWords('today');
  const count = countOf(selection);
  return (
    <div className="q-choicebar" data-chosen>
      <Text size="sm" fw={600} aria-live="polite">
        {t(selection.kind === 'all' ? 'chosenAll' : 'chosen', { count })}
      </Text>
      <Button size="xs" onClick={() => decisions.approve(selection)} loading={decisions.isBusy}>
        {t('approve')}
      </Button>
      <Button size="xs" variant="default" onClick={() => decisions.ask('postpone', selection)}>
        {t('postpone')}
      </Button>
      <Button size="xs" variant="default" onClick={() => decisions.ask('skip', selection)}>
        {t('skip')}
      </Button>
      {mayHold && (
        <Button size="xs" variant="default" onClick={() => decisions.ask('hold', selection)}>
          {t('hold')}
        </Button>
      )}
      {count < total && (
        <Button size="xs" variant="subtle" onClick={() => onSelect({ kind: 'all', filter, total, except: new Set() })}>
          {t('chooseAll', { count: total })}
        </Button>
      )}
      <Button size="xs" variant="subtle" color="gray" onClick={() => onSelect(NOTHING)}>
        {t('unchoose')}
      </Button>
    </div>
  );
}

/** Above the table. */
export function ChoiceBar(props: BarProps) {
  const { total, filter, selection, decisions, gaps } = props;
  const { t } = useWords('today');
  const [isSure, sure] = useDisclosure(false);
  if (countOf(selection) > 0) return <Chosen {...props} />;
  return (
    <div className="q-choicebar">
      <Button size="xs" onClick={sure.open} loading={decisions.isBusy}>
        {t('approveAll', { count: total })}
      </Button>
      <ShortcutBar />
      <ConfirmDialog
        isOpen={isSure}
        title={t('approveAll', { count: total })}
        onClose={sure.close}
        onConfirm={() => decisions.approve({ kind: 'all', filter, total, except: new Set() }, true)}
        confirm={t('approve')}
      >
        {t('approveAllSure', { count: total })}
        <GapNote gaps={gaps} className="q-gap" />
      </ConfirmDialog>
    </div>
  );
}
