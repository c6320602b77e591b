// Login: e-mail and password; leads back to where the reader wanted to go.
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { auth, setup } from '@quittance/contracts/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { call, reportSignedIn, useRead } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { GoTo, ProblemNote } from '../../page/index.ts';
import { Door } from './door.tsx';

const route = getRouteApi('/login');

/** Sign-in, or set-up where nobody exists yet. */
export function LoginPage() {
  const { t } = useWords('access');
  const { next } = route.useSearch();
  const router = useRouter();
  const client = useQueryClient();
  const status = useRead(setup.status, undefined);
  const form = useForm({ mode: 'uncontrolled', initialValues: { email: '', password: '' } });
  const signIn = useMutation({
    mutationFn: (body: { email: string; password: string }) => call(auth.signIn, { body }),
    onSuccess: async () => {
      reportSignedIn();
      client.clear();
      await router.navigate({ href: next ?? '/', replace: true });
    },
  });
  if (status.data?.state === 'needs_setup') return <GoTo href="/setup" />;
  return (
    <Door title={t('login.title')}>
      <form onSubmit={form.onSubmit((body) => signIn.mutate(body))}>
        <Stack mt="md">
          <TextInput
            label={t('field.email')}
            type="email"
            autoComplete="username"
            required
            autoFocus
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('field.password')}
            autoComplete="current-password"
            required
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <ProblemNote error={signIn.error ?? status.error} />
          <Button type="submit" loading={signIn.isPending}>
            {t('login.go')}
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
