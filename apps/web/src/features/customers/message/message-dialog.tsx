// Message dialog: an e-mail or a letter by hand. What is listed, to whom, in which tone; seen as it would leave before it is sent.
import {
  Button,
  Checkbox,
  Grid,
  Modal,
  SegmentedControl,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type CustomerView, messages } from '@quittance/contracts/api';
import { Amount } from '@quittance/ui/values';
import { useState } from 'react';
import { newRequestKey, useWrite } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { ProblemNote, useToast } from '../../../page/index.ts';
import { type HandDraft, startOf, TONES, wordsOf } from './hand-draft.ts';
import { Preview, usePreview } from './preview.tsx';

const STALE = ['/api/v1/customers', '/api/v1/outbox', '/api/v1/reminders'];
const CARD = 'card';
const PAUSE_MS = 600;

type Props = Readonly<{ customer: CustomerView; onClose: () => void }>;
type PartProps = Readonly<{ customer: CustomerView; draft: HandDraft; onChange: (draft: HandDraft) => void }>;

function Listed({ customer, draft, onChange }: PartProps) {
  const { t } = useWords('customers');
  const chosen = draft.receivableIds.map(String);
  return (
    <Checkbox.Group
      label={t('message.about')}
      value={chosen}
      onChange={(ids) => onChange({ ...draft, receivableIds: ids.map(Number), words: null })}
    >
      <Stack gap={6} mt={4} mah={180} style={{ overflowY: 'auto' }}>
        {customer.receivables.map(({ receivableId, invoiceNumber, openCents, currency, daysLate }) => (
          <Checkbox
            key={receivableId}
            value={String(receivableId)}
            label={
              <>
                {invoiceNumber} · <Amount cents={openCents} currency={currency} /> ·{' '}
                {daysLate > 0 ? t('message.daysLate', { count: daysLate }) : t('message.notDue')}
              </>
            }
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function Addressee({ customer, draft, onChange }: PartProps) {
  const { t } = useWords('customers');
  const contacts = customer.contacts
    .filter(({ email }) => email)
    .map(({ contactId, name, email }) => ({ value: String(contactId), label: `${name} <${email}>` }));
  return (
    <Select
      label={t('message.to')}
      data={[...contacts, { value: CARD, label: t('message.card', { name: customer.name }) }]}
      value={draft.contactId === null ? CARD : String(draft.contactId)}
      onChange={(value) =>
        onChange({ ...draft, contactId: value && value !== CARD ? Number(value) : null, words: null })
      }
      allowDeselect={false}
    />
  );
}

function Setting({ customer, draft, onChange }: PartProps) {
  const { t } = useWords('customers');
  return (
    <>
      <SegmentedControl
        aria-label={t('message.channel')}
        value={draft.channel}
        onChange={(channel) => onChange({ ...draft, channel: channel as HandDraft['channel'], words: null })}
        data={(['email', 'letter'] as const).map((value) => ({ value, label: t(`words:channel.${value}`) }))}
      />
      {draft.channel === 'email' && <Addressee customer={customer} draft={draft} onChange={onChange} />}
      <Select
        label={t('message.template')}
        description={t(`message.toneHint.${draft.tone}`)}
        inputWrapperOrder={['label', 'input', 'description']}
        data={TONES.map((value) => ({ value, label: t(`words:tone.${value}`) }))}
        value={draft.tone}
        onChange={(tone) => tone && onChange({ ...draft, tone: tone as HandDraft['tone'], words: null })}
        allowDeselect={false}
      />
      <Listed customer={customer} draft={draft} onChange={onChange} />
    </>
  );
}

/** Sent once, whatever how often the button is pressed: the form has a key of its own. */
export default function MessageDialog({ customer, onClose }: Props) {
  const { t } = useWords('customers');
  const toast = useToast();
  const [requestKey] = useState(newRequestKey);
  const [draft, setDraft] = useState<HandDraft>(() => startOf(customer));
  const [settled] = useDebouncedValue(draft, PAUSE_MS);
  const preview = usePreview(customer.customerId, settled);
  const send = useWrite(messages.send, STALE);
  const shown = preview.data;
  const words = draft.words ?? shown?.words ?? null;
  const isBehind = settled !== draft || preview.isFetching;
  const submit = () =>
    send.mutate(
      {
        params: { customerId: customer.customerId },
        body: { ...(wordsOf(draft) as never as object), requestKey } as never,
      },
      {
        onSuccess: ({ testMode }) => {
          toast.done(t(testMode ? 'message.sentTest' : 'message.sent'));
          onClose();
        },
      },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      size="90rem"
      title={t('message.title', { name: customer.name })}
      closeButtonProps={{ 'aria-label': t('words:do.close') }}
    >
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack>
            <Setting customer={customer} draft={draft} onChange={setDraft} />
            <TextInput
              label={t('message.subject')}
              value={words?.subject ?? ''}
              maxLength={300}
              onChange={(event) =>
                setDraft({ ...draft, words: { body: words?.body ?? '', subject: event.currentTarget.value } })
              }
            />
            <Textarea
              label={t('message.body')}
              description={t('message.bodyHint')}
              value={words?.body ?? ''}
              maxLength={20_000}
              autosize
              minRows={8}
              maxRows={18}
              onChange={(event) =>
                setDraft({ ...draft, words: { subject: words?.subject ?? '', body: event.currentTarget.value } })
              }
            />
            {draft.words && (
              <Button variant="subtle" size="compact-sm" onClick={() => setDraft({ ...draft, words: null })}>
                {t('message.useTemplate')}
              </Button>
            )}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack>
            <Preview of={preview} />
            <ProblemNote error={send.error} />
            {shown?.testMode && (
              <Text size="sm" c="dimmed">
                {t('message.testMode')}
              </Text>
            )}
            <Button
              onClick={submit}
              loading={send.isPending}
              disabled={isBehind || !shown || shown.stops.length > 0 || draft.receivableIds.length === 0}
            >
              {t('message.send')}
            </Button>
          </Stack>
        </Grid.Col>
      </Grid>
    </Modal>
  );
}
