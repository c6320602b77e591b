// Outcome form: what came of a call, in two clicks. What each outcome does is said before it is done.
import { Button, Checkbox, Group, Stack, Text, Textarea } from '@mantine/core';
import { type TaskSheet, tasks } from '@quittance/contracts/api';
import { addDays, type Day } from '@quittance/core/kernel';
import { useState } from 'react';
import { useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { DayPicker, ProblemNote, useDraft, useToast } from '../../../page/index.ts';
import { localToday } from '../../../receivables/index.ts';
import { CHANGED } from '../plan/decisions.ts';

/** Outcomes of a call, with the digit that chooses each. */
export const CALL_OUTCOMES = ['will_pay', 'contests', 'left_message', 'no_answer', 'reached', 'wrong_number'] as const;
/** One of them. */
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

const IN_A_WEEK = 7;
const AGAIN: ReadonlySet<CallOutcome> = new Set(['left_message', 'no_answer']);
const NAMES_INVOICES: ReadonlySet<CallOutcome> = new Set(['will_pay', 'contests']);

type FormProps = Readonly<{ sheet: TaskSheet; outcome: CallOutcome; onLogged: () => void }>;

/** The day meant: when it is promised, or when to call again. */
function useMeant({ sheet, outcome }: Pick<FormProps, 'sheet' | 'outcome'>) {
  const today = localToday();
  const [on, setOn] = useState<string>(addDays(today, outcome === 'will_pay' ? IN_A_WEEK : 1));
  const [named, setNamed] = useState<ReadonlySet<number>>(new Set(sheet.invoices.map((one) => one.receivableId)));
  const receivableIds = sheet.invoices.filter((one) => named.has(one.receivableId)).map((one) => one.receivableId);
  const followUp =
    outcome === 'will_pay'
      ? { kind: 'promise' as const, on: on as Day, receivableIds }
      : outcome === 'contests'
        ? { kind: 'dispute' as const, receivableIds }
        : AGAIN.has(outcome)
          ? { kind: 'call_again' as const, on: on as Day }
          : undefined;
  return { on, setOn, named, setNamed, followUp, isReady: !NAMES_INVOICES.has(outcome) || receivableIds.length > 0 };
}

/** The second click. */
export function OutcomeForm({ sheet, outcome, onLogged }: FormProps) {
  const { t } = useWords('today');
  const { day, money } = useFormats();
  const toast = useToast();
  const { taskId, customerName } = sheet.task;
  const note = useDraft(`call.${taskId}`, '');
  const meant = useMeant({ sheet, outcome });
  const log = useWrite(tasks.logOutcome, CHANGED);
  const asksDay = outcome === 'will_pay' || AGAIN.has(outcome);
  // A promise: the sheet may be gone once its task is closed.
  const submit = () => {
    const body = { outcome, note: note.value, ...(meant.followUp ? { followUp: meant.followUp } : {}) };
    const done = () => {
      note.clear();
      toast.done(t('call.logged', { name: customerName ?? '' }));
      onLogged();
    };
    void log.mutateAsync({ params: { taskId }, body }).then(done, () => undefined);
  };
  const toggle = (receivableId: number) => {
    const next = new Set(meant.named);
    if (!next.delete(receivableId)) next.add(receivableId);
    meant.setNamed(next);
  };
  const until = addDays(meant.on as Day, sheet.promiseGraceDays);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="xs">
        <Text size="sm" aria-live="polite">
          {t(`call.does.${outcome}`, { on: day(meant.on), until: day(until) })}
        </Text>
        {asksDay && (
          <DayPicker
            label={t(outcome === 'will_pay' ? 'call.promisedOn' : 'call.againOn')}
            value={meant.on}
            onChange={(chosen) => chosen && meant.setOn(chosen)}
            min={localToday()}
          />
        )}
        {NAMES_INVOICES.has(outcome) &&
          sheet.invoices.map((one) => (
            <Checkbox
              key={one.receivableId}
              label={`${one.number} – ${money(one.openCents, one.currency)}`}
              checked={meant.named.has(one.receivableId)}
              onChange={() => toggle(one.receivableId)}
            />
          ))}
        <Textarea
          label={t('note')}
          value={note.value}
          autosize
          minRows={1}
          onChange={(event) => note.set(event.currentTarget.value)}
        />
        <ProblemNote error={log.error} />
        <Group>
          <Button type="submit" loading={log.isPending} disabled={!meant.isReady} data-autofocus>
            {t('call.log', { outcome: t(`outcome.${outcome}`).toLowerCase() })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
