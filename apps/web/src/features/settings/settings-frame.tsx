// Settings frame: the list of the settings' pages beside the page in view; on a phone, a choice above it.
import './words.ts';
import './settings.css';
import { NativeSelect, NavLink, Text } from '@mantine/core';
import { Link, Outlet, useLocation, useRouter } from '@tanstack/react-router';
import { useWords } from '../../i18n/index.ts';
import { PageHeader } from '../../page/index.ts';
import { useMay } from '../../session/index.ts';
import { SECTIONS } from './sections.ts';

const ICON = 16;

function useSections() {
  const may = useMay();
  return SECTIONS.map(({ key, pages }) => ({
    key,
    pages: pages.filter(({ needs }) => needs === null || may(needs)),
  })).filter(({ pages }) => pages.length > 0);
}

function SideList({ here }: Readonly<{ here: string }>) {
  const { t } = useWords('settings');
  const groups = useSections();
  return groups.map(({ key, pages }) => (
    <div key={key} className="q-settings-group">
      <Text size="xs" c="dimmed" fw={600}>
        {t(`group.${key}`)}
      </Text>
      {pages.map(({ key: page, to, icon: Icon }) => (
        <NavLink
          key={page}
          component={Link}
          to={to}
          active={here.startsWith(to)}
          aria-current={here.startsWith(to) ? 'page' : undefined}
          label={t(`section.${page}`)}
          leftSection={<Icon size={ICON} aria-hidden />}
        />
      ))}
    </div>
  ));
}

function PhoneChoice({ here }: Readonly<{ here: string }>) {
  const { t } = useWords('settings');
  const router = useRouter();
  const groups = useSections();
  const value = groups.flatMap(({ pages }) => pages).find(({ to }) => here.startsWith(to))?.to;
  return (
    <NativeSelect
      aria-label={t('pages')}
      value={value ?? ''}
      onChange={(event) => void router.navigate({ href: event.currentTarget.value })}
      data={groups.map(({ key, pages }) => ({
        group: t(`group.${key}`),
        items: pages.map(({ key: page, to }) => ({ value: to, label: t(`section.${page}`) })),
      }))}
    />
  );
}

/** The frame; the page stands in its outlet. */
export function SettingsFrame() {
  const { t } = useWords('settings');
  const here = useLocation({ select: ({ pathname }) => pathname });
  return (
    <>
      <PageHeader title={t('title')} />
      <div className="q-settings">
        <nav className="q-settings-side" aria-label={t('pages')}>
          <SideList here={here} />
        </nav>
        <div className="q-settings-choice">
          <PhoneChoice here={here} />
        </div>
        <section className="q-settings-page">
          <Outlet />
        </section>
      </div>
    </>
  );
}
