// Editor: the time line, the rungs, and the ladder told on real invoices; saved as a new version once its effect was seen.
import { Alert, Button, Grid, Group, Text, TextInput } from '@mantine/core';
import type { ScenarioView } from '@quittance/contracts/api';
import { Undo2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { LeaveGuard } from '../../../page/index.ts';
import { useMay } from '../../../session/index.ts';
import { OnInvoices } from './on-invoices.tsx';
import { problemsOf } from './step.ts';
import { StepList } from './step-list.tsx';
import { TimeLine } from './time-line.tsx';
import type { LadderInHand } from './use-ladder.ts';

const SaveDialog = lazy(() => import('./save-dialog.tsx').then(({ SaveDialog: it }) => ({ default: it })));
const ICON = 16;

function Bar({ hand, isSound, onSave }: Readonly<{ hand: LadderInHand; isSound: boolean; onSave: () => void }>) {
  const { t } = useWords('scenarios');
  if (!hand.isChanged && !hand.canUndo) return null;
  return (
    <Group className="q-savebar q-panel" justify="space-between">
      <Text size="sm" role="status">
        {hand.isRestored ? t('draft.restored') : hand.isChanged ? t('draft.unsaved') : t('draft.same')}
        {!isSound && ` ${t('draft.problems')}`}
      </Text>
      <Group gap="sm">
        <Button
          variant="subtle"
          leftSection={<Undo2 size={ICON} aria-hidden />}
          disabled={!hand.canUndo}
          onClick={hand.undo}
        >
          {t('draft.undo')}
        </Button>
        <Button variant="default" disabled={!hand.isChanged} onClick={hand.reset}>
          {t('draft.drop')}
        </Button>
        <Button disabled={!hand.isChanged || !isSound || hand.name.trim() === ''} onClick={onSave}>
          {t('draft.save')}
        </Button>
      </Group>
    </Group>
  );
}

/** Edits the ladder in force; readers see the same without the means to change it. */
export function Editor({ of, hand }: Readonly<{ of: ScenarioView; hand: LadderInHand }>) {
  const { t } = useWords('scenarios');
  const may = useMay();
  const [chosen, setChosen] = useState<number | null>(null);
  const [isSaving, setSaving] = useState(false);
  const isReadOnly = !may('scenario.write');
  const problems = problemsOf(hand.steps);
  return (
    <>
      {isReadOnly && (
        <Alert color="gray" mb="md">
          {t('readOnly')}
        </Alert>
      )}
      <LeaveGuard isChanged={hand.isChanged} />
      <Bar hand={hand} isSound={problems.length === 0} onSave={() => setSaving(true)} />
      <TimeLine steps={hand.steps} chosen={chosen} onChoose={setChosen} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          {!isReadOnly && (
            <TextInput
              label={t('name')}
              value={hand.name}
              maw={360}
              mb="sm"
              maxLength={120}
              onChange={(event) => hand.setName(event.currentTarget.value)}
            />
          )}
          <StepList
            steps={hand.steps}
            problems={problems}
            chosen={chosen}
            isReadOnly={isReadOnly}
            onChoose={setChosen}
            onChange={hand.setSteps}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <OnInvoices name={hand.name} steps={hand.steps} />
        </Grid.Col>
      </Grid>
      <Suspense>{isSaving && <SaveDialog of={of} hand={hand} onClose={() => setSaving(false)} />}</Suspense>
    </>
  );
}
