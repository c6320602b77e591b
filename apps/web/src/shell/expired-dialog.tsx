// Expired dialog: signing in again over the screen in hand, which keeps everything that was typed.
import { Button, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { auth } from '@quittance/contracts/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call, reportSignedIn, useExpired } from '../api/index.ts';
import { useWords } from '../i18n/index.ts';
import { ProblemNote } from '../page/index.ts';
import { useSession } from '../session/index.ts';

/** Opens when a call was refused for want of a session. */
export function ExpiredDialog() {
  const { t } = useWords('shell');
  const isExpired = useExpired();
  const client = useQueryClient();
  const email = useSession().data?.user.email ?? '';
  const form = useForm({ mode: 'uncontrolled', initialValues: { password: '' } });
  const signIn = useMutation({
    mutationFn: (password: string) => call(auth.signIn, { body: { email, password } }),
    onSuccess: async () => {
      form.reset();
      reportSignedIn();
      await client.invalidateQueries();
    },
  });
  return (
    <Modal opened={isExpired} onClose={() => undefined} withCloseButton={false} title={t('expired.title')} centered>
      <form onSubmit={form.onSubmit(({ password }) => signIn.mutate(password))}>
        <Stack>
          <Text size="sm">{t('expired.hint')}</Text>
          <TextInput label={t('expired.email')} value={email} readOnly autoComplete="username" />
          <PasswordInput
            label={t('expired.password')}
            autoComplete="current-password"
            required
            data-autofocus
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <ProblemNote error={signIn.error} />
          <Button type="submit" loading={signIn.isPending}>
            {t('expired.go')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
