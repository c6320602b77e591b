// Notes of a customer: written in place, rewritten, taken away with a way back.
import { Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { type NoteView, notes as noteRoutes } from '@quittance/contracts/api';
import type { CustomerId } from '@quittance/core/kernel';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead, useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { Answer, ProblemNote, useDraft, useToast } from '../../../page/index.ts';
import { useActor, useMay } from '../../../session/index.ts';

const STALE = ['/api/v1/customers'];
const MOST = 4000;

function Note({ note }: Readonly<{ note: NoteView }>) {
  const { t } = useWords('customers');
  const { instant } = useFormats();
  const actorOf = useActor();
  const may = useMay();
  const toast = useToast();
  const [edited, setEdited] = useState<string | null>(null);
  const update = useWrite(noteRoutes.update, STALE);
  const remove = useWrite(noteRoutes.remove, STALE);
  const params = { noteId: note.noteId };
  const save = () => update.mutate({ params, body: { text: edited ?? '' } }, { onSuccess: () => setEdited(null) });
  const takeAway = () =>
    remove.mutate(
      { params, body: { removed: true } },
      {
        onSuccess: () =>
          toast.done(t('note.removed'), { undo: () => remove.mutateAsync({ params, body: { removed: false } }) }),
        onError: toast.refused,
      },
    );
  return (
    <Paper withBorder p="sm">
      {edited === null ? (
        <Text size="sm" dir="auto" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {note.text}
        </Text>
      ) : (
        <Textarea
          aria-label={t('note.edit')}
          value={edited}
          onChange={(event) => setEdited(event.currentTarget.value)}
          autosize
          maxLength={MOST}
          data-autofocus
        />
      )}
      <ProblemNote error={update.error} />
      <Group justify="space-between" mt={4} gap="xs">
        <Text size="xs" c="dimmed">
          {actorOf(note.author)} · {instant(note.writtenAt)}
          {note.invoiceNumber && ` · ${t('invoice')} ${note.invoiceNumber}`}
        </Text>
        {may('note.write') && (
          <Group gap={0}>
            {edited === null ? (
              <>
                <Button size="compact-xs" variant="subtle" onClick={() => setEdited(note.text)}>
                  {t('edit')}
                </Button>
                <Button size="compact-xs" variant="subtle" color="gray" onClick={takeAway}>
                  {t('remove')}
                </Button>
              </>
            ) : (
              <>
                <Button size="compact-xs" onClick={save} loading={update.isPending} disabled={edited.trim() === ''}>
                  {t('words:do.save')}
                </Button>
                <Button size="compact-xs" variant="subtle" onClick={() => setEdited(null)}>
                  {t('words:do.cancel')}
                </Button>
              </>
            )}
          </Group>
        )}
      </Group>
    </Paper>
  );
}

/** Where an address that ends with `#note` leads: into the box, ready to be written in. */
const NOTE = 'note';

/** Newest first; what is being written stays when the page is left. */
export function Notes({ customerId }: Readonly<{ customerId: CustomerId }>) {
  const { t } = useWords('customers');
  const may = useMay();
  const draft = useDraft(`note.customer.${customerId}`, '');
  const answer = useRead(noteRoutes.list, { params: { customerId }, query: {} });
  const create = useWrite(noteRoutes.create, STALE);
  const isAsked = useLocation().hash === NOTE;
  const add = () =>
    create.mutate({ params: { customerId }, body: { text: draft.value } }, { onSuccess: () => draft.clear() });
  return (
    <section>
      <Title order={2} mb="xs">
        {t('notes')}
      </Title>
      <Stack gap="xs">
        {may('note.write') && (
          <>
            <Textarea
              id={NOTE}
              autoFocus={isAsked}
              aria-label={t('note.add')}
              placeholder={t('note.placeholder')}
              value={draft.value}
              onChange={(event) => draft.set(event.currentTarget.value)}
              autosize
              minRows={2}
              maxRows={12}
              maxLength={MOST}
            />
            <ProblemNote error={create.error} />
            {draft.value.trim() !== '' && (
              <Group>
                <Button size="xs" onClick={add} loading={create.isPending}>
                  {t('note.add')}
                </Button>
              </Group>
            )}
          </>
        )}
        <Answer of={answer}>
          {({ items }) => (
            <>
              {items.map((note) => (
                <Note key={note.noteId} note={note} />
              ))}
              {items.length === 0 && !may('note.write') && <Text c="dimmed">{t('note.none')}</Text>}
            </>
          )}
        </Answer>
      </Stack>
    </section>
  );
}
