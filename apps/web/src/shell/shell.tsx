// Shell: navigation, header, search, help, notes about the network and test mode; the screens stand inside.
import './words.ts';
import './shell.css';
import { AppShell, Burger, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ApiError } from '@quittance/contracts/client';
import { Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useExpired } from '../api/index.ts';
import { useWords } from '../i18n/index.ts';
import { GoTo, ProblemPage, Waiting } from '../page/index.ts';
import { useSession, useUserLanguage } from '../session/index.ts';
import { ChooseOrganization } from './company-switch.tsx';
import { Header } from './header.tsx';
import { Navigation } from './navigation.tsx';
import { Notes } from './notes.tsx';
import { OfflineNote } from './offline-note.tsx';
import { useShellKeys } from './shell-keys.ts';
import { help, palette, shortcuts } from './switch.ts';
import { whenOpen } from './when-open.tsx';

const HEADER = 52;
const NAVBAR = 216;

const Palette = whenOpen(palette, () => import('./palette/palette.tsx'));
const HelpPanel = whenOpen(help, () => import('./help/help-panel.tsx'));
const ShortcutsDialog = whenOpen(shortcuts, () => import('./help/shortcuts-dialog.tsx'));

const OwnPassword = lazy(async () => ({
  default: (await import('../features/access/own-password-page.tsx')).OwnPasswordPage,
}));

const nothing = () => undefined;
const ExpiredDialog = whenOpen(
  { open: nothing, close: nothing, useIsOpen: useExpired },
  () => import('./expired-dialog.tsx'),
);

const isSignedOut = (error: unknown): boolean => error instanceof ApiError && error.code === 'not_signed_in';

function Frame({ hasPlace }: Readonly<{ hasPlace: boolean }>) {
  const { t } = useWords('shell');
  const [isOpen, menu] = useDisclosure(false);
  const { pathname } = useLocation();
  useShellKeys();
  useEffect(() => {
    if (pathname) menu.close();
  }, [pathname, menu.close]);
  return (
    <AppShell
      header={{ height: HEADER }}
      navbar={{ width: NAVBAR, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      padding={{ base: 'sm', sm: 'lg' }}
      layout="alt"
    >
      <a className="q-skip" href="#content">
        {t('skip')}
      </a>
      <AppShell.Header className="q-header">
        <Header hasPlace={hasPlace} isMenuOpen={isOpen} onMenu={menu.toggle} />
      </AppShell.Header>
      <AppShell.Navbar className="q-navbar" p="sm" aria-label={t('words:nav.main')}>
        <Group h={HEADER} px="xs" mb="xs" justify="space-between">
          <Text fw={700} fz="lg" className="q-brand">
            Quittance
          </Text>
          <Burger hiddenFrom="sm" size="sm" opened={isOpen} onClick={menu.toggle} aria-label={t('menu')} />
        </Group>
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <OfflineNote />
        {hasPlace ? (
          <>
            <Notes />
            <Outlet />
          </>
        ) : (
          <ChooseOrganization />
        )}
      </AppShell.Main>
      {hasPlace && (
        <>
          <Palette />
          <HelpPanel />
          <ShortcutsDialog />
        </>
      )}
      <ExpiredDialog />
    </AppShell>
  );
}

/** Remembers where the reader wanted to go. */
function ToLogin() {
  const { href } = useLocation();
  const [login] = useState(`/login?${new URLSearchParams({ next: href })}`);
  return (
    <main className="q-waiting">
      <GoTo href={login} />
    </main>
  );
}

/** What surrounds every screen of somebody signed in. */
export function Shell() {
  const session = useSession();
  useUserLanguage(session.data);
  if (session.data?.user.mustChangePassword)
    return (
      <Suspense fallback={null}>
        <OwnPassword />
      </Suspense>
    );
  if (session.data) return <Frame hasPlace={session.data.current !== null} />;
  if (isSignedOut(session.error)) return <ToLogin />;
  if (session.error)
    return (
      <main>
        <ProblemPage error={session.error} onRetry={() => void session.refetch()} />
      </main>
    );
  return (
    <main className="q-waiting">
      <Waiting />
    </main>
  );
}
