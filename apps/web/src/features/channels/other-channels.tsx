// Other channels: what besides e-mail can be sent from here, and what cannot, with the reason.
import { Anchor, Stack, Table, Text, Title } from '@mantine/core';
import { StatusBadge } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n/index.ts';

const CHANNELS = [
  { key: 'letter', mood: 'good', to: '/outbox?tab=print' },
  { key: 'registered_letter', mood: 'warn', to: '/outbox?tab=print' },
  { key: 'call', mood: 'good', to: '/today?tab=tasks' },
  { key: 'sms', mood: 'plain', to: null },
] as const;

/** One line a channel: whether it works, how, and where to go. */
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
      <Table maw={860} verticalSpacing="xs">
        <Table.Tbody>
          {CHANNELS.map(({ key, mood, to }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" fw={600}>
                {t(`words:channel.${key}`)}
              </Table.Th>
              <Table.Td>
                <StatusBadge mood={mood}>{t(`others.state.${key}`)}</StatusBadge>
              </Table.Td>
              <Table.Td>
                {t(`others.why.${key}`)}{' '}
                {to && (
                  <Anchor component={Link} to={to as never} underline="always" inherit>
                    {t('others.go')}
                  </Anchor>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
