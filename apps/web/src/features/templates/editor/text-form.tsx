// Text form: subject and body with their faults, the fields beside them, the previews below; saved as a new version, tested on oneself.
import { Alert, Button, Grid, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type TemplateField, type TemplateProblem, type TemplateView, templates } from '@quittance/contracts/api';
import type { CustomerId } from '@quittance/core/kernel';
import { useId, useRef, useState } from 'react';
import { useRead, useWrite } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { type Draft, LeaveGuard, ProblemNote, useToast } from '../../../page/index.ts';
import { useMay } from '../../../session/index.ts';
import { CodeArea } from './code-area.tsx';
import { FieldList } from './field-list.tsx';
import { Previews, type Which, type Wording } from './previews.tsx';
import { LegalWarning, Problems } from './problems.tsx';

const PAUSE_MS = 350;

type Props = Readonly<{
  of: TemplateView;
  fields: readonly TemplateField[];
  draft: Draft<Wording>;
}>;

/** The text with another field where the wrong one stands. */
function mended(text: Wording, { part, line, column, seen }: TemplateProblem, field: string): Wording {
  const lines = text[part].split('\n');
  const at = lines[line - 1] ?? '';
  const from = at.indexOf(seen, Math.max(0, column - 1 - seen.length));
  if (from < 0) return text;
  lines[line - 1] = at.slice(0, from) + field + at.slice(from + seen.length);
  return { ...text, [part]: lines.join('\n') };
}

function TestButton({
  body,
  isSound,
}: Readonly<{ body: Which & Wording & { customerId?: CustomerId }; isSound: boolean }>) {
  const { t } = useWords('templates');
  const toast = useToast();
  const test = useWrite(templates.test);
  return (
    <>
      <Button
        variant="default"
        disabled={!isSound}
        loading={test.isPending}
        onClick={() => test.mutate({ body }, { onSuccess: ({ to }) => toast.done(t('test.done', { to })) })}
      >
        {t('test.send')}
      </Button>
      <ProblemNote error={test.error} />
    </>
  );
}

function Saving({ props, text, isSound }: Readonly<{ props: Props; text: Wording; isSound: boolean }>) {
  const { t } = useWords('templates');
  const toast = useToast();
  const { of, draft } = props;
  const { tone, channel, language, audience, version } = of;
  const save = useWrite(templates.update, ['/api/v1/templates', '/api/v1/reminders']);
  const isChanged = text.subject !== of.subject || text.body !== of.body;
  const submit = () =>
    save.mutate(
      { params: { tone, channel, language, audience }, body: { ...text, version } },
      {
        onSuccess: ({ version: saved }) => {
          draft.clear();
          toast.done(t('saved', { version: saved }));
        },
      },
    );
  return (
    <>
      <LeaveGuard isChanged={isChanged} />
      <Group>
        <Button onClick={submit} disabled={!isChanged || !isSound} loading={save.isPending}>
          {t('words:do.save')}
        </Button>
        {isChanged && (
          <Button variant="default" onClick={() => draft.set({ subject: of.subject, body: of.body })}>
            {t('drop')}
          </Button>
        )}
        {isChanged && (
          <Text size="sm" c="dimmed" role="status">
            {draft.isRestored ? t('restored') : t('unsaved')}
          </Text>
        )}
      </Group>
      <ProblemNote error={save.error} />
    </>
  );
}

/** Edits one text; readers see the same without the means to change it. */
export function TextForm(props: Props) {
  const { t } = useWords('templates');
  const may = useMay();
  const { of, draft, fields } = props;
  const { tone, channel, language, audience } = of;
  const which: Which = { tone, channel, language, audience };
  const text = draft.value;
  const [customerId, setCustomerId] = useState<CustomerId | null>(null);
  const [settled] = useDebouncedValue(text, PAUSE_MS);
  const area = useRef<HTMLTextAreaElement>(null);
  const problemsId = useId();
  const check = useRead(templates.validate, { body: { ...which, ...settled } }, { keep: true });
  const problems = check.data?.problems ?? [];
  const isSound = check.isSuccess && !check.isPlaceholderData && problems.length === 0 && text.body.trim() !== '';
  const canWrite = may('template.write');
  const insert = (snippet: string) => {
    const at = area.current?.selectionStart ?? text.body.length;
    const end = area.current?.selectionEnd ?? at;
    draft.set({ ...text, body: text.body.slice(0, at) + snippet + text.body.slice(end) });
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(at + snippet.length, at + snippet.length);
    });
  };
  return (
    <Stack gap="lg">
      {!canWrite && <Alert color="gray">{t('readOnly')}</Alert>}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="sm">
            {(channel !== 'sms' || of.subject !== '') && (
              <TextInput
                label={t('subject')}
                value={text.subject}
                readOnly={!canWrite}
                maxLength={300}
                lang={language}
                error={problems.some(({ part }) => part === 'subject')}
                onChange={(event) => draft.set({ ...text, subject: event.currentTarget.value })}
              />
            )}
            <CodeArea
              label={t('body')}
              value={text.body}
              language={language}
              faults={problems.filter(({ part }) => part === 'body')}
              isReadOnly={!canWrite}
              area={area}
              describedBy={problemsId}
              onChange={(body) => draft.set({ ...text, body })}
            />
            <Problems
              of={problems}
              id={problemsId}
              onMend={(problem, field) => draft.set(mended(text, problem, field))}
            />
            <LegalWarning of={which} text={text} />
            {canWrite && <Saving props={props} text={text} isSound={isSound} />}
            {canWrite && (
              <Group>
                <TestButton
                  body={{ ...which, ...text, ...(customerId === null ? {} : { customerId }) }}
                  isSound={isSound}
                />
                <Text size="xs" c="dimmed">
                  {t('test.hint')}
                </Text>
              </Group>
            )}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>{canWrite && <FieldList fields={fields} onInsert={insert} />}</Grid.Col>
      </Grid>
      <Previews which={which} text={settled} isSound={isSound} onCustomer={setCustomerId} />
    </Stack>
  );
}
