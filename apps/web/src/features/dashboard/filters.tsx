// Filters of the dashboard: the day, the segment, whose customers; and how far the data goes.
import { Button, Group, Select, Text } from '@mantine/core';
import { NONE } from '@quittance/contracts/values';
import { Link } from '@tanstack/react-router';
import { useFormats, useWords } from '../../i18n/index.ts';
import { DayPicker } from '../../page/index.ts';
import { useSession } from '../../session/index.ts';
import type { Board, BoardFilter } from './board.ts';

type Change = Readonly<{ segment?: string | undefined; owner?: string | undefined; on?: string | undefined }>;

/** "Mes clients" for those who follow some. */
function Mine({ board, onChange }: Readonly<{ board: Board; onChange: (change: Change) => void }>) {
  const { t } = useWords('dashboard');
  const { data } = useSession();
  const mine = board.view.choices.owners.find(({ email }) => email.toLowerCase() === data?.user.email.toLowerCase());
  if (!mine) return null;
  const isOn = board.filter.owner === mine.email;
  return (
    <Button
      variant={isOn ? 'light' : 'default'}
      aria-pressed={isOn}
      onClick={() => onChange({ owner: isOn ? undefined : mine.email })}
    >
      {t('mine')}
    </Button>
  );
}

/** The filters; lists nobody filled are left out. */
export function Filters({ board, onChange }: Readonly<{ board: Board; onChange: (change: Change) => void }>) {
  const { t } = useWords('dashboard');
  const { segments, owners } = board.view.choices;
  const { filter } = board;
  const none = { value: NONE, label: t('none') };
  return (
    <Group mb="xs" gap="sm">
      <DayPicker label={t('on')} value={filter.on} onChange={(on) => onChange({ on })} />
      {segments.length > 0 && (
        <Select
          w={{ base: '100%', xs: 180 }}
          aria-label={t('segment')}
          placeholder={t('everySegment')}
          data={[...segments.map((value) => ({ value, label: value })), none]}
          value={filter.segment ?? null}
          onChange={(value) => onChange({ segment: value ?? undefined })}
          clearable
        />
      )}
      {owners.length > 0 && (
        <Select
          w={{ base: '100%', xs: 180 }}
          aria-label={t('owner')}
          placeholder={t('everyOwner')}
          data={[...owners.map(({ email, name }) => ({ value: email, label: name ?? email })), none]}
          value={filter.owner ?? null}
          onChange={(value) => onChange({ owner: value ?? undefined })}
          clearable
        />
      )}
      <Mine board={board} onChange={onChange} />
    </Group>
  );
}

/** How fresh the data is, with the way to bring in more. */
export function Freshness({ of, filter }: Readonly<{ of: Board['view']['freshness']; filter: BoardFilter }>) {
  const { t } = useWords('dashboard');
  const { day, instant } = useFormats();
  return (
    <Text size="sm" c="dimmed" mb="md">
      {of.coversToOn && of.lastImportAt
        ? t('fresh', { on: day(of.coversToOn), at: instant(of.lastImportAt) })
        : t('freshNever')}{' '}
      <Link to="/imports">{t('seeImports')}</Link>
      {filter.on && <span> {t('pastNote')}</span>}
    </Text>
  );
}
