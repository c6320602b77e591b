// Other channels: what besides e-mail can be sent from here, and what cannot, with the reason.
import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { StatusBadge } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n/index.ts';

const CHANNELS = [
  { key: 'letter', mood: 'good', to: '/outbox?tab=print' },
  { key: 'registered_letter', mood: 'warn', to: '/outbox?tab=print' },
  { key: 'call', mood: 'good', to: '/today?tab=tasks' },
  { key: 'sms', mood: 'plain', to: null },
] as const;

/** One entry a channel: whether it works, how, and where to go. */
export function OtherChannels() {
  const { t } = useWords('channels');
  return (
    <Stack gap="sm" component="section">
      <div>
        <Title order={2}>{t('others.title')}</Title>
        <Text c="dimmed" maw="70ch">
          {t('others.hint')}
        </Text>
      </div>
      <Stack component="dl" gap="md" m={0} maw="70ch">
        {CHANNELS.map(({ key, mood, to }) => (
          <div key={key}>
            <Group component="dt" gap="sm" mb={4}>
              <Text span fw={600}>
                {t(`words:channel.${key}`)}
              </Text>
              <StatusBadge mood={mood}>{t(`others.state.${key}`)}</StatusBadge>
            </Group>
            <Text component="dd" m={0}>
              {t(`others.why.${key}`)}{' '}
              {to && (
                <Anchor component={Link} to={to as never} underline="always" inherit>
                  {t('others.go')}
                </Anchor>
              )}
            </Text>
          </div>
        ))}
      </Stack>
    </Stack>
  );
}
