// Mail test: one message to oneself, over the settings in force; going live asks for it.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { channels, type MailChannelView } from '@quittance/contracts/api';
import { useWrite } from '../../api/index.ts';
import { sayCode, useFormats, useWords } from '../../i18n/index.ts';
import { ProblemNote } from '../../page/index.ts';
import { useMay, useSession } from '../../session/index.ts';
import { Trial } from './trial.tsx';

/** Says when the last one was, and how it ended. */
export function MailTest({ view }: Readonly<{ view: MailChannelView }>) {
  const { t } = useWords('channels');
  const { instant } = useFormats();
  const may = useMay();
  const { data: session } = useSession();
  const send = useWrite(channels.testEmail, ['/api/v1/channels', '/api/v1/companies', '/api/v1/start']);
  const { test } = view;
  const last = (): string => {
    if (!test) return t('test.never');
    if (test.code === null) return t('test.lastGood', { at: instant(test.at) });
    return t('test.lastBad', {
      at: instant(test.at),
      why: sayCode(t, `trial.${test.code}.title`, 'trial.other.title'),
    });
  };
  if (view.source === 'none') return null;
  return (
    <Stack gap="xs">
      <Title order={3} fz="md">
        {t('test.title')}
      </Title>
      <Text size="sm" maw="70ch">
        {t('test.hint', { to: session?.user.email ?? '' })}
      </Text>
      <Text size="sm" c="dimmed">
        {last()}
      </Text>
      {send.data && (
        <Trial
          code={send.data.code}
          text={send.data.text}
          good={t(send.data.isExample ? 'test.sentExample' : 'test.sent', { to: send.data.to })}
        />
      )}
      <ProblemNote error={send.error} />
      {may('company.write') && (
        <Group>
          <Button variant="default" loading={send.isPending} onClick={() => send.mutate({})}>
            {t('test.send')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
