// Header: the menu on a phone, the company, the search, help, the bell and the account. Its pieces keep their width, so nothing jumps.
import { ActionIcon, Burger, Group, Kbd, UnstyledButton } from '@mantine/core';
import { CircleQuestionMark, Search } from 'lucide-react';
import { useWords } from '../i18n/index.ts';
import { AccountMenu } from './account-menu.tsx';
import { CompanySwitch } from './company-switch.tsx';
import { Bell } from './notices/bell.tsx';
import { PortfolioBadge } from './portfolio-badge.tsx';
import { help, palette } from './switch.ts';

const ICON = 20;
const SMALL_ICON = 16;

const shortcut = (): string => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K');

function SearchButton() {
  const { t } = useWords('shell');
  return (
    <>
      <UnstyledButton
        className="q-search-button"
        visibleFrom="md"
        onClick={palette.open}
        aria-keyshortcuts="Control+K /"
      >
        <Search size={SMALL_ICON} aria-hidden />
        <span>{t('search')}</span>
        <Kbd size="xs" aria-hidden>
          {shortcut()}
        </Kbd>
      </UnstyledButton>
      <ActionIcon
        hiddenFrom="md"
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('search')}
        onClick={palette.open}
      >
        <Search size={ICON} aria-hidden />
      </ActionIcon>
    </>
  );
}

function HelpButton() {
  const { t } = useWords('shell');
  return (
    <ActionIcon
      visibleFrom="xs"
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={t('help')}
      aria-keyshortcuts="F1"
      onClick={help.open}
    >
      <CircleQuestionMark size={ICON} aria-hidden />
    </ActionIcon>
  );
}

/** `hasPlace` is false while the reader has not said in which organization they work. */
export function Header({
  hasPlace,
  isMenuOpen,
  onMenu,
}: Readonly<{ hasPlace: boolean; isMenuOpen: boolean; onMenu: () => void }>) {
  const { t } = useWords('shell');
  return (
    <Group h="100%" px={{ base: 'sm', sm: 'xl' }} gap="sm" justify="space-between" wrap="nowrap">
      <Group gap="xs" wrap="nowrap" className="q-header-start">
        <Burger hiddenFrom="sm" size="sm" opened={isMenuOpen} onClick={onMenu} aria-label={t('menu')} />
        <CompanySwitch />
        {hasPlace && <PortfolioBadge />}
      </Group>
      <Group gap={4} wrap="nowrap">
        {hasPlace && (
          <>
            <SearchButton />
            <HelpButton />
            <Bell />
          </>
        )}
        <AccountMenu />
      </Group>
    </Group>
  );
}
