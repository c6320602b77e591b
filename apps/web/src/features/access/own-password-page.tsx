// Own password: what somebody invited sees first; the password they were given opens nothing else.
import './words.ts';
import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { auth, PASSWORD_MIN } from '@quittance/contracts/api';
import { useState } from 'react';
import { fieldMessages, useWrite } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { ProblemNote } from '../../page/index.ts';
import { Door } from './door.tsx';

/** The session is read again once the password is changed, and the screens follow. */
export function OwnPasswordPage() {
  const { t } = useWords('access');
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNext] = useState('');
  const change = useWrite(auth.changePassword, ['/api']);
  const isSame = newPassword !== '' && newPassword === currentPassword;
  return (
    <Door title={t('own.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isSame) change.mutate({ body: { currentPassword, newPassword } });
        }}
      >
        <Stack mt="md">
          <Text size="sm">{t('own.hint')}</Text>
          <PasswordInput
            label={t('own.current')}
            autoComplete="current-password"
            required
            autoFocus
            value={currentPassword}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('own.next')}
            description={t('field.passwordHint', { minimum: PASSWORD_MIN })}
            autoComplete="new-password"
            required
            minLength={PASSWORD_MIN}
            error={isSame ? t('own.same') : fieldMessages(change.error).newPassword}
            value={newPassword}
            onChange={(event) => setNext(event.currentTarget.value)}
          />
          <ProblemNote error={change.error} />
          <Button type="submit" loading={change.isPending}>
            {t('own.go')}
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
