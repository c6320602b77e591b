// Account menu: language, appearance, sign-out.
import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import { auth, session as sessionRoutes } from '@quittance/contracts/api';
import { useQueryClient } from '@tanstack/react-query';
import { Check, CircleUserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { call } from '../api/index.ts';
import { chooseLanguage, useWords } from '../i18n/index.ts';
import { useToast } from '../page/index.ts';
import { useSession } from '../session/index.ts';

const ICON = 20;
const TICK = 16;
const SCHEMES = ['light', 'dark', 'auto'] as const;

const Choice = ({ isOn, onClick, children }: Readonly<{ isOn: boolean; onClick: () => void; children: ReactNode }>) => (
  <Menu.Item
    role="menuitemradio"
    aria-checked={isOn}
    onClick={onClick}
    rightSection={isOn ? <Check size={TICK} aria-hidden /> : null}
  >
    {children}
  </Menu.Item>
);

/** Everything about the reader, in one menu. */
export function AccountMenu() {
  const { t, language } = useWords('shell');
  const { data } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const client = useQueryClient();
  const toast = useToast();

  const speak = async (chosen: 'fr' | 'en') => {
    await chooseLanguage(chosen);
    await call(sessionRoutes.updateProfile, { body: { language: chosen } })
      .then((view) => client.setQueriesData({ queryKey: [sessionRoutes.get.path] }, view))
      .catch(toast.refused);
  };
  const leave = () =>
    call(auth.signOut)
      .then(() => window.location.assign('/login'))
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
        <Menu.Divider />
        <Menu.Label>{t('words:language.label')}</Menu.Label>
        {(['fr', 'en'] as const).map((one) => (
          <Choice key={one} isOn={language === one} onClick={() => void speak(one)}>
            {t(`words:language.${one}`)}
          </Choice>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('theme.label')}</Menu.Label>
        {SCHEMES.map((scheme) => (
          <Choice key={scheme} isOn={colorScheme === scheme} onClick={() => setColorScheme(scheme)}>
            {t(`theme.${scheme}`)}
          </Choice>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => void leave()}>{t('signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
