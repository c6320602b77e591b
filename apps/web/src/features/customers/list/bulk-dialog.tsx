// Bulk dialog: what to change to, what that changes to the last reminder, then the deed.
import { Autocomplete, Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { type CustomerChange, customers } from '@quittance/contracts/api';
import type { Day } from '@quittance/core/kernel';
import { useState } from 'react';
import { useRead, useWrite } from '../../../api/index.ts';
import { sayCode, useWords } from '../../../i18n/index.ts';
import { DayPicker, ProblemNote, useToast } from '../../../page/index.ts';
import type { ChosenRows } from '../../../views/index.ts';
import type { Deed } from './deeds.ts';

const STALE = ['/api/v1/customers', '/api/v1/reminders', '/api/v1/holds', '/api/v1/aged-balance'];
const NONE = '';

type Fields = Readonly<{ to: string | null; untilOn: string | undefined; note: string }>;

function changeOf(deed: Deed, { to, untilOn, note }: Fields): CustomerChange | null {
  if (deed === 'free') return { set: 'free' };
  if (deed === 'hold') return { set: 'hold', reason: 'manual', untilOn: (untilOn as Day | undefined) ?? null, note };
  return to === null ? null : { set: deed, to: to.trim() || null };
}

function Target({
  deed,
  to,
  onChange,
}: Readonly<{ deed: Deed; to: string | null; onChange: (to: string | null) => void }>) {
  const { t } = useWords('customers');
  const { data } = useRead(customers.choices, undefined);
  if (deed === 'segment')
    return (
      <Autocomplete
        label={t('bulk.to.segment')}
        data={data?.segments ?? []}
        value={to ?? ''}
        onChange={onChange}
        maxLength={80}
      />
    );
  const owners = (data?.owners ?? []).map(({ email, name }) => ({ value: email, label: name }));
  const scenarios = (data?.scenarios ?? []).map(({ code, name }) => ({
    value: code,
    label: name || sayCode(t, `words:scenario.${code}`, 'words:empty'),
  }));
  const none = { value: NONE, label: deed === 'owner' ? t('filter.noOwner') : t('bulk.usualScenario') };
  return (
    <Select
      label={t(`bulk.to.${deed}`)}
      data={[...(deed === 'owner' ? owners : scenarios), none]}
      value={to}
      onChange={onChange}
      allowDeselect={false}
      data-autofocus
    />
  );
}

function Pause({ of, onChange }: Readonly<{ of: Fields; onChange: (fields: Fields) => void }>) {
  const { t } = useWords('customers');
  return (
    <>
      <div>
        <Text size="sm" fw={500} mb={4}>
          {t('hold.until')}
        </Text>
        <DayPicker
          label={t('hold.until')}
          value={of.untilOn}
          onChange={(untilOn) => onChange({ ...of, untilOn })}
          placeholder={t('hold.untilHint')}
        />
      </div>
      <Textarea
        label={t('hold.note')}
        value={of.note}
        onChange={(event) => onChange({ ...of, note: event.currentTarget.value })}
        autosize
        minRows={2}
      />
    </>
  );
}

type Props = Readonly<{ deed: Deed; rows: ChosenRows; count: number; onClose: () => void; onDone: () => void }>;

/** Nothing is changed before the reader has read what it changes. */
export default function BulkDialog({ deed, rows, count, onClose, onDone }: Props) {
  const { t } = useWords('customers');
  const toast = useToast();
  const [fields, setFields] = useState<Fields>({ to: null, untilOn: undefined, note: '' });
  const preview = useWrite(customers.previewBulk);
  const bulk = useWrite(customers.bulk, STALE);
  const undo = useWrite(customers.undoBulk, STALE);
  const change = changeOf(deed, fields);
  const edit = (next: Fields) => {
    preview.reset();
    setFields(next);
  };
  const body = { rows: rows as never, change: change as CustomerChange };
  const go = () =>
    bulk.mutate(
      { body },
      {
        onSuccess: ({ customers: done, firstSeq, lastSeq }) => {
          const text = t('bulk.done', { count: done });
          if (done === 0) toast.done(text);
          else toast.done(text, { undo: () => undo.mutateAsync({ body: { firstSeq, lastSeq } }) });
          onDone();
          onClose();
        },
      },
    );
  const seen = preview.data;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`bulk.title.${deed}`, { count })}
      closeButtonProps={{ 'aria-label': t('words:do.close') }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {t(`bulk.hint.${deed}`)}
        </Text>
        {deed === 'hold' && <Pause of={fields} onChange={edit} />}
        {deed !== 'hold' && deed !== 'free' && (
          <Target deed={deed} to={fields.to} onChange={(to) => edit({ ...fields, to })} />
        )}
        {seen && (
          <Text size="sm" fw={500} role="status">
            {t('bulk.preview', { count: seen.customers })}{' '}
            {deed !== 'owner' && t('bulk.reminders', { count: seen.reminders })}
          </Text>
        )}
        <ProblemNote error={preview.error ?? bulk.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('words:do.cancel')}
          </Button>
          {seen ? (
            <Button onClick={go} loading={bulk.isPending} disabled={seen.customers === 0} data-autofocus>
              {t('bulk.go')}
            </Button>
          ) : (
            <Button onClick={() => preview.mutate({ body })} loading={preview.isPending} disabled={change === null}>
              {t('bulk.see')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
