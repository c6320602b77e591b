// Account menu: the own profile, language, appearance, help, sign-out.
import { ActionIcon, type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';
import { auth } from '@quittance/contracts/api';
import { Link } from '@tanstack/react-router';
import { CircleUserRound } from 'lucide-react';
import { call } from '../api/index.ts';
import { useWords } from '../i18n/index.ts';
import { clearDrafts, useToast } from '../page/index.ts';
import { useSession } from '../session/index.ts';
import { help, shortcuts } from './switch.ts';
import { useSpeak } from './use-speak.ts';

const ICON = 20;
const SCHEMES = ['light', 'dark', 'auto'] as const;

/** Everything about the reader, in one menu. */
export function AccountMenu() {
  const { t } = useWords('shell');
  const { language, speak } = useSpeak();
  const { data } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const toast = useToast();

  const leave = () =>
    call(auth.signOut)
      .then(() => {
        clearDrafts();
        window.location.assign('/login');
      })
      .catch(toast.refused);

  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('account', { name: data?.user.name ?? '' })}>
          <CircleUserRound size={ICON} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{data?.user.email}</Menu.Label>
        <Menu.Item component={Link} to="/settings/profile">
          {t('profile')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('words:language.label')}</Menu.Label>
        <Menu.RadioGroup value={language} onChange={(chosen) => void speak(chosen === 'en' ? 'en' : 'fr')}>
          <Menu.RadioItem value="fr">{t('words:language.fr')}</Menu.RadioItem>
          <Menu.RadioItem value="en">{t('words:language.en')}</Menu.RadioItem>
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t('theme.label')}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}>
          {SCHEMES.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme}>
              {t(`theme.${scheme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item onClick={help.open}>{t('help')}</Menu.Item>
        <Menu.Item onClick={shortcuts.open}>{t('shortcuts')}</Menu.Item>
        <Menu.Item component={Link} to="/guide">
          {t('guide')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void leave()}>{t('signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
