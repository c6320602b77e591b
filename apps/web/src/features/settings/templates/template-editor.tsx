// Template editor: text on one side, the message as it would leave on the other; errors with line and column while typing.
import { Anchor, Button, Grid, Group, List, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type TemplateProblem, type TemplateView, templates } from '@quittance/contracts/api';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call, keyOf, useRead, useWrite } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { MessageView } from '../../../message/index.ts';
import { ProblemNote, useToast } from '../../../page/index.ts';
import { useMay } from '../../../session/index.ts';
import { FieldList } from './field-list.tsx';

const PAUSE_MS = 400;

type Wording = Readonly<{ subject: string; body: string }>;
type Which = Pick<TemplateView, 'tone' | 'channel' | 'language' | 'audience'>;

function Problems({ of }: Readonly<{ of: readonly TemplateProblem[] }>) {
  const { t } = useWords('settings');
  if (of.length === 0) return null;
  return (
    <List size="sm" c="var(--q-late)" role="alert">
      {of.map(({ part, code, line, column, seen }) => (
        <List.Item key={`${part} ${line} ${column}`}>
          {t('template.problem', {
            line,
            column,
            seen,
            part: t(`template.part.${part}`),
            words: t(`template.code.${code}`),
          })}
        </List.Item>
      ))}
    </List>
  );
}

function useLive(which: Which, text: Wording) {
  const body = { ...which, ...text };
  const check = useQuery({
    queryKey: keyOf(templates.validate, body),
    queryFn: () => call(templates.validate, { body }),
    placeholderData: (old) => old,
  });
  const problems = check.data?.problems ?? [];
  const preview = useQuery({
    queryKey: keyOf(templates.preview, body),
    queryFn: () => call(templates.preview, { body }),
    enabled: check.isSuccess && problems.length === 0,
    placeholderData: (old) => old,
    retry: false,
  });
  return { problems, preview };
}

/** Saving makes a new version. */
export function TemplateEditor({ of: template, onClose }: Readonly<{ of: TemplateView; onClose: () => void }>) {
  const { t } = useWords('settings');
  const may = useMay();
  const toast = useToast();
  const { tone, channel, language, audience, version } = template;
  const which = { tone, channel, language, audience };
  const [text, setText] = useState<Wording>({ subject: template.subject, body: template.body });
  const [settled] = useDebouncedValue(text, PAUSE_MS);
  const { problems, preview } = useLive(which, settled);
  const { data } = useRead(templates.get, { params: which });
  const save = useWrite(templates.update, ['/api/v1/templates', '/api/v1/reminders']);
  const isChanged = text.subject !== template.subject || text.body !== template.body;
  const submit = () =>
    save.mutate({ params: which, body: { ...text, version } }, { onSuccess: () => toast.done(t('saved')) });
  const canWrite = may('template.write');
  return (
    <Stack>
      <div>
        <Anchor component="button" type="button" size="sm" onClick={onClose}>
          {t('template.back')}
        </Anchor>
        <Title order={2}>
          {t(`words:tone.${tone}`)} · {t(`words:channel.${channel}`)} · {t(`words:language.${language}`)} ·{' '}
          {t(`words:kind.${audience}`)}
        </Title>
      </div>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 6 }}>
          <Stack gap="sm">
            {(channel === 'email' || text.subject !== '') && (
              <TextInput
                label={t('template.subject')}
                value={text.subject}
                readOnly={!canWrite}
                onChange={(event) => setText({ ...text, subject: event.currentTarget.value })}
              />
            )}
            <Textarea
              className="q-code"
              label={t('template.body')}
              value={text.body}
              readOnly={!canWrite}
              autosize
              minRows={14}
              maxRows={30}
              lang={language}
              onChange={(event) => setText({ ...text, body: event.currentTarget.value })}
            />
            <Problems of={problems} />
            <ProblemNote error={save.error} />
            {canWrite && (
              <Group>
                <Button onClick={submit} disabled={!isChanged || problems.length > 0} loading={save.isPending}>
                  {t('words:do.save')}
                </Button>
                {isChanged && (
                  <Text size="sm" c="dimmed">
                    {t('template.unsaved')}
                  </Text>
                )}
              </Group>
            )}
            <FieldList
              fields={data?.fields ?? []}
              onInsert={(field) => setText({ ...text, body: `${text.body}{{ ${field} }}` })}
            />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 6 }}>
          <Text fw={500} size="sm">
            {t('template.preview')}
          </Text>
          <Text size="xs" c="dimmed" mb="xs">
            {t('template.previewHint')}
          </Text>
          {preview.data && <MessageView message={preview.data} />}
          <ProblemNote error={preview.error} />
        </Grid.Col>
      </Grid>
    </Stack>
  );
}
