// Profile page: the reader's own name, language, password and sessions.
import './words.ts';
import { Alert, Button, PasswordInput, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { auth, type SessionView, session as sessionRoutes } from '@quittance/contracts/api';
import { useState } from 'react';
import { fieldMessages, useWrite } from '../../../api/index.ts';
import { chooseLanguage, useWords } from '../../../i18n/index.ts';
import { Answer, ProblemNote, useToast } from '../../../page/index.ts';
import { useSession } from '../../../session/index.ts';
import { SettingsPage } from '../of-company.tsx';
import { Sessions } from './sessions.tsx';

function Identity({ user }: Readonly<{ user: SessionView['user'] }>) {
  const { t } = useWords('profile');
  const toast = useToast();
  const [name, setName] = useState(user.name);
  const [language, setLanguage] = useState<'fr' | 'en'>(user.language);
  const save = useWrite(sessionRoutes.updateProfile, ['/api/v1/session']);
  const done = async () => {
    await chooseLanguage(language);
    toast.done(t('saved'));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ body: { name: name.trim(), language } }, { onSuccess: () => void done() });
      }}
    >
      <Stack align="stretch" maw={420}>
        <Text size="sm" c="dimmed">
          {user.email}
        </Text>
        <TextInput
          label={t('name')}
          required
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={t('language')}
          data={(['fr', 'en'] as const).map((each) => ({ value: each, label: t(`words:language.${each}`) }))}
          value={language}
          allowDeselect={false}
          onChange={(chosen) => chosen && setLanguage(chosen as 'fr' | 'en')}
        />
        <ProblemNote error={save.error} />
        <div>
          <Button type="submit" loading={save.isPending}>
            {t('words:do.save')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function Password() {
  const { t } = useWords('profile');
  const toast = useToast();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNext] = useState('');
  const change = useWrite(auth.changePassword, ['/api/v1/session/sessions']);
  const errors = fieldMessages(change.error);
  const done = () => {
    setCurrent('');
    setNext('');
    toast.done(t('changed'));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ body: { currentPassword, newPassword } }, { onSuccess: done });
      }}
    >
      <Stack align="stretch" maw={420}>
        <div>
          <Title order={3}>{t('password')}</Title>
          <Text size="sm" c="dimmed">
            {t('passwordHint')}
          </Text>
        </div>
        <PasswordInput
          label={t('current')}
          required
          autoComplete="current-password"
          value={currentPassword}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('next')}
          required
          autoComplete="new-password"
          error={errors.newPassword}
          value={newPassword}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        <ProblemNote error={change.error} />
        <div>
          <Button type="submit" variant="default" loading={change.isPending}>
            {t('change')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

/** The page. */
export function ProfilePage() {
  const { t } = useWords('profile');
  const view = useSession();
  return (
    <SettingsPage title={t('title')} hint={t('hint')}>
      <Answer of={view}>
        {({ user, current }) => (
          <Stack gap="xl">
            {current?.portfolio && (
              <Alert variant="light" maw={640}>
                {t('portfolio')}
              </Alert>
            )}
            <Identity key={user.userId} user={user} />
            <Password />
            <Sessions />
          </Stack>
        )}
      </Answer>
    </SettingsPage>
  );
}
