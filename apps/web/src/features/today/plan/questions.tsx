// Questions: what is asked before a step is skipped, postponed or held. Nothing typed is lost where it fails.
import { Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { addDays, type Day } from '@quittance/core/kernel';
import { useState } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { ConfirmDialog, DayPicker, ProblemNote, useDraft } from '../../../page/index.ts';
import { type Gap, GapNote } from '../letterhead-gaps.tsx';
import { type DecisionDesk, HOLD_REASONS, type HoldOrder } from './decisions.ts';
import { countOf } from './selection.ts';

const SHORTCUTS = [1, 3, 7, 14];

function PostponeDialog({ of }: Readonly<{ of: DecisionDesk }>) {
  const { t } = useWords('today');
  const [until, setUntil] = useState<string | undefined>();
  return (
    <Modal
      opened={of.question?.kind === 'postpone'}
      onClose={of.close}
      title={t('postponeTitle', { count: of.question ? countOf(of.question.of) : 1 })}
      closeButtonProps={{ 'aria-label': t('words:do.close') }}
    >
      <Stack>
        <Text size="sm">{t('postponeHint')}</Text>
        <Group gap="xs">
          {SHORTCUTS.map((days, index) => (
            <Button
              key={days}
              variant="default"
              size="xs"
              data-autofocus={index === 0 || undefined}
              onClick={() => of.postpone(addDays(of.on as Day, days))}
            >
              {t('postponeDays', { count: days })}
            </Button>
          ))}
        </Group>
        <Group gap="xs">
          <DayPicker
            label={t('postponeTo')}
            placeholder={t('postponeTo')}
            value={until}
            onChange={setUntil}
            min={addDays(of.on as Day, 1)}
          />
          <Button disabled={!until} loading={of.isBusy} onClick={() => until && of.postpone(until)}>
            {t('postpone')}
          </Button>
        </Group>
        <ProblemNote error={of.error} />
      </Stack>
    </Modal>
  );
}

function HoldDialog({ of }: Readonly<{ of: DecisionDesk }>) {
  const { t } = useWords('today');
  const draft = useDraft<HoldOrder>('hold.plan', { reason: 'manual', untilOn: null, note: '' });
  const order = draft.value;
  const set = (change: Partial<HoldOrder>) => draft.set({ ...order, ...change });
  return (
    <Modal
      opened={of.question?.kind === 'hold'}
      onClose={of.close}
      title={t('holdTitle', { count: of.question ? countOf(of.question.of) : 1 })}
      closeButtonProps={{ 'aria-label': t('words:do.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          of.hold(order, draft.clear);
        }}
      >
        <Stack>
          <Text size="sm">{t('holdHint')}</Text>
          <Select
            label={t('holds.reason')}
            data={HOLD_REASONS.map((value) => ({ value, label: t(`words:reason.${value}`) }))}
            value={order.reason}
            onChange={(reason) => reason && set({ reason: reason as HoldOrder['reason'] })}
            allowDeselect={false}
            data-autofocus
          />
          <Text size="xs" c="dimmed">
            {t(`lift.${order.reason}`)}
          </Text>
          <div>
            <Text size="sm" fw={500}>
              {t('holdUntil')}
            </Text>
            <DayPicker
              label={t('holdUntil')}
              placeholder={t('holds.always')}
              value={order.untilOn ?? undefined}
              onChange={(day) => set({ untilOn: day ?? null })}
              min={of.on}
            />
          </div>
          <Textarea
            label={t('note')}
            value={order.note}
            onChange={(event) => set({ note: event.currentTarget.value })}
          />
          <ProblemNote error={of.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={of.close}>
              {t('words:do.cancel')}
            </Button>
            <Button type="submit" loading={of.isBusy}>
              {t('hold')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** The questions of a desk. */
export function Questions({ of, gaps }: Readonly<{ of: DecisionDesk; gaps: readonly Gap[] }>) {
  const { t } = useWords('today');
  const [note, setNote] = useState('');
  return (
    <>
      <PostponeDialog of={of} />
      <HoldDialog of={of} />
      <ConfirmDialog
        isOpen={of.question?.kind === 'approve'}
        title={t('gap.title')}
        confirm={t('gap.approve')}
        onClose={of.close}
        onConfirm={() => of.question && of.approve(of.question.of, true)}
      >
        <GapNote gaps={gaps} />
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={of.question?.kind === 'skip'}
        title={t('skipTitle', { count: of.question ? countOf(of.question.of) : 1 })}
        confirm={t('skip')}
        onClose={of.close}
        onConfirm={() => of.skip(note)}
      >
        {t('skipHint')}
        <Textarea mt="sm" label={t('note')} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </ConfirmDialog>
    </>
  );
}
