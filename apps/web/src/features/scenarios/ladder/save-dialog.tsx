// Save dialog: what changes, in words and for open receivables, before the new version is saved; and what to do when somebody was faster.
import { Alert, Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { type ScenarioView, scenarios } from '@quittance/contracts/api';
import { ApiError } from '@quittance/contracts/client';
import { describeChanges } from '@quittance/core/dunning';
import { useRead, useWrite } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Answer, ProblemNote, useToast } from '../../../page/index.ts';
import { EffectView } from './effect-view.tsx';
import { changeWords } from './step.ts';
import type { LadderInHand } from './use-ladder.ts';

type Props = Readonly<{ of: ScenarioView; hand: LadderInHand; onClose: () => void }>;

function Changes({ of, hand }: Pick<Props, 'of' | 'hand'>) {
  const { t } = useWords('scenarios');
  const changes = describeChanges(of.steps, hand.steps);
  return (
    <section aria-label={t('save.changes')}>
      <Text fw={500}>{t('save.changes')}</Text>
      <List size="sm">
        {hand.name !== of.name && <List.Item>{t('change.name', { before: of.name, after: hand.name })}</List.Item>}
        {changes.map((change) => {
          const words = changeWords(t, change);
          return <List.Item key={words}>{words}</List.Item>;
        })}
      </List>
    </section>
  );
}

function Conflict({ of, hand, onClose }: Props) {
  const { t } = useWords('scenarios');
  const now = useRead(scenarios.get, { params: { code: of.code } });
  const version = now.data?.version ?? hand.version;
  const seeTheirs = () => {
    hand.reset();
    onClose();
  };
  return (
    <Alert color="orange" title={t('conflict.title')} role="alert">
      <Text size="sm" mb="xs">
        {t('conflict.hint')}
      </Text>
      <Group gap="sm">
        <Button size="compact-sm" variant="default" onClick={seeTheirs}>
          {t('conflict.theirs')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={version === hand.version}
          onClick={() => hand.rebase(version)}
        >
          {t('conflict.mine')}
        </Button>
      </Group>
    </Alert>
  );
}

/** The dialog. */
export function SaveDialog(props: Props) {
  const { t } = useWords('scenarios');
  const toast = useToast();
  const { of, hand, onClose } = props;
  const params = { code: of.code };
  const effect = useRead(scenarios.effect, { params, body: { steps: [...hand.steps] } });
  const save = useWrite(scenarios.save, ['/api/v1/scenarios', '/api/v1/reminders', '/api/v1/companies']);
  const isConflict = save.error instanceof ApiError && save.error.code === 'version_conflict';
  const body = { name: hand.name, steps: [...hand.steps], version: hand.version };
  const submit = () =>
    save.mutate(
      { params, body },
      {
        onSuccess: ({ version }) => {
          hand.reset();
          onClose();
          toast.done(t('save.done', { version }));
        },
      },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('save.title')}
      closeButtonProps={{ 'aria-label': t('words:do.close') }}
    >
      <Stack gap="md">
        <Changes of={of} hand={hand} />
        <Answer of={effect}>{(view) => <EffectView of={view} />}</Answer>
        {isConflict ? <Conflict {...props} /> : <ProblemNote error={save.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('words:do.cancel')}
          </Button>
          <Button data-autofocus onClick={submit} loading={save.isPending} disabled={!effect.data}>
            {t('save.confirm', { version: hand.version + 1 })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
