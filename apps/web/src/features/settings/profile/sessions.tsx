// Sessions: where the reader is signed in, and the way to end it elsewhere.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { session } from '@quittance/contracts/api';
import { StatusBadge } from '@quittance/ui/values';
import { useRead, useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { Answer, useToast } from '../../../page/index.ts';

const BROWSERS = ['Edg', 'OPR', 'Firefox', 'Chrome', 'Safari'] as const;
const NAMES: Readonly<Record<string, string>> = { Edg: 'Edge', OPR: 'Opera' };
const SYSTEMS = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac OS X', 'Linux'] as const;

/** "Firefox · Windows", from a User-Agent; null where it says neither. */
function browserWords(agent: string | null): string | null {
  const find = (words: readonly string[]) => words.find((word) => agent?.includes(word));
  const [browser, system] = [find(BROWSERS), find(SYSTEMS)];
  const said = [browser && (NAMES[browser] ?? browser), system === 'Mac OS X' ? 'macOS' : system].filter(Boolean);
  return said.length > 0 ? said.join(' · ') : null;
}

/** The list. */
export function Sessions() {
  const { t } = useWords('profile');
  const formats = useFormats();
  const toast = useToast();
  const list = useRead(session.sessions, undefined);
  const end = useWrite(session.endOthers, ['/api/v1/session/sessions']);
  return (
    <section>
      <Title order={3} mb="xs">
        {t('sessions')}
      </Title>
      <Answer of={list}>
        {({ items }) => (
          <Stack gap="sm">
            {items.map(({ openedAt, seenAt, address, browser, isThis }) => (
              <div key={openedAt + (address ?? '')}>
                <Group gap="xs">
                  <Text>{browserWords(browser) ?? t('unknown')}</Text>
                  {isThis && <StatusBadge mood="good">{t('here')}</StatusBadge>}
                </Group>
                <Text size="sm" c="dimmed">
                  {[t('opened', { at: formats.instant(openedAt) }), t('seen', { at: formats.instant(seenAt) }), address]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              </div>
            ))}
            {items.length > 1 && (
              <div>
                <Button
                  variant="default"
                  loading={end.isPending}
                  onClick={() =>
                    end.mutate(undefined as never, { onSuccess: () => toast.done(t('ended')), onError: toast.refused })
                  }
                >
                  {t('endOthers')}
                </Button>
              </div>
            )}
          </Stack>
        )}
      </Answer>
    </section>
  );
}
