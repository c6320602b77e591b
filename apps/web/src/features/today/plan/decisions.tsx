// Decisions: approve at once; skip and postpone after a question. What could not be done is said.
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { type BulkOutcome, reminders } from '@quittance/contracts/api';
import { addDays, type Day } from '@quittance/core/kernel';
import { useState } from 'react';
import { useWrite } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { ConfirmDialog, DayPicker, ProblemNote, useToast } from '../../../page/index.ts';

const CHANGED = ['/api/v1/reminders', '/api/v1/outbox', '/api/v1/tasks', '/api/v1/customers', '/api/v1/invoices'];
const SHORTCUTS = [1, 3, 7, 14];

type Question = Readonly<{ kind: 'skip' | 'postpone'; keys: readonly string[] }>;

/** What can be decided, and the question that is open. */
export type DecisionDesk = Readonly<{
  on: string;
  approve: (keys: readonly string[]) => void;
  askSkip: (keys: readonly string[]) => void;
  askPostpone: (keys: readonly string[]) => void;
  question: Question | null;
  close: () => void;
  skip: (note: string) => void;
  postpone: (until: string) => void;
  isBusy: boolean;
  error: unknown;
}>;

/** `onDecided` learns which actions are no longer to be chosen. */
export function useDecisions({
  on,
  onDecided,
}: Readonly<{ on: string; onDecided: (keys: readonly string[]) => void }>): DecisionDesk {
  const { t } = useWords('today');
  const toast = useToast();
  const [question, setQuestion] = useState<Question | null>(null);
  const approval = useWrite(reminders.approve, CHANGED);
  const skipping = useWrite(reminders.skip, CHANGED);
  const postponing = useWrite(reminders.postpone, CHANGED);
  const after = (keys: readonly string[], word: string) => (outcome: BulkOutcome) => {
    const refused = outcome.refused.length > 0 ? ` ${t('refused', { count: outcome.refused.length })}` : '';
    toast.done(`${t(word, { count: outcome.done })}${refused}`);
    setQuestion(null);
    onDecided(keys);
  };
  const body = (keys: readonly string[]) => ({ on: on as Day, actionKeys: [...keys] });
  return {
    on,
    approve: (keys) =>
      approval.mutate({ body: body(keys) }, { onSuccess: after(keys, 'approved'), onError: toast.refused }),
    askSkip: (keys) => setQuestion({ kind: 'skip', keys }),
    askPostpone: (keys) => setQuestion({ kind: 'postpone', keys }),
    question,
    close: () => setQuestion(null),
    skip: (note) => {
      const keys = question?.keys ?? [];
      skipping.mutate({ body: { ...body(keys), note } }, { onSuccess: after(keys, 'skipped'), onError: toast.refused });
    },
    postpone: (until) => {
      const keys = question?.keys ?? [];
      postponing.mutate({ body: { ...body(keys), until: until as Day } }, { onSuccess: after(keys, 'postponed') });
    },
    isBusy: approval.isPending || skipping.isPending || postponing.isPending,
    error: postponing.error,
  };
}

function PostponeDialog({ of }: Readonly<{ of: DecisionDesk }>) {
  const { t } = useWords('today');
  const [until, setUntil] = useState<string | undefined>();
  return (
    <Modal
      opened={of.question?.kind === 'postpone'}
      onClose={of.close}
      title={t('postponeTitle')}
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

/** The questions of a desk. */
export function Decisions({ of }: Readonly<{ of: DecisionDesk }>) {
  const { t } = useWords('today');
  const [note, setNote] = useState('');
  return (
    <>
      <PostponeDialog of={of} />
      <ConfirmDialog
        isOpen={of.question?.kind === 'skip'}
        title={t('skipTitle')}
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
