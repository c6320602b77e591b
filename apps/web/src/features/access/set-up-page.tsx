// Set-up: the first minute. One's own company or the demo portfolio; a real first user in both cases.
import { Button, Divider, PasswordInput, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { auth, PASSWORD_MIN, setup } from '@quittance/contracts/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { call, fieldMessages, useRead } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { GoTo, ProblemNote } from '../../page/index.ts';
import { Door } from './door.tsx';

type Start = 'own' | 'demo';
type Answers = { companyName: string; siren: string; name: string; email: string; password: string };
const NOTHING: Answers = { companyName: '', siren: '', name: '', email: '', password: '' };

function useSetUpForm(start: Start) {
  const { t } = useWords('access');
  const needs = (value: string) => (value.trim() ? null : t('field.required'));
  return useForm<Answers>({
    mode: 'uncontrolled',
    initialValues: NOTHING,
    validate: {
      companyName: (value) => (start === 'own' ? needs(value) : null),
      siren: (value) => (/^(\d{9})?$/.test(value.replace(/\s/g, '')) ? null : t('setUp.sirenBad')),
      name: needs,
      email: (value) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : t('field.emailBad')),
      password: (value) => (value.length < PASSWORD_MIN ? t('field.passwordShort', { minimum: PASSWORD_MIN }) : null),
    },
  });
}

const start = async (kind: Start, answers: Answers, language: 'fr' | 'en') => {
  const user = { name: answers.name.trim(), email: answers.email.trim(), password: answers.password };
  const siren = answers.siren.replace(/\s/g, '');
  const company = { name: answers.companyName.trim(), ...(siren ? { siren } : {}) };
  if (kind === 'demo') await call(setup.demo, { body: { user, language } });
  else await call(setup.create, { body: { company, user, language } });
  await call(auth.signIn, { body: { email: user.email, password: user.password } });
};

/** Creates the company and its first user, signs in and goes on to the import, or to today's plan of the demo. */
export function SetUpPage() {
  const { t, language } = useWords('access');
  const router = useRouter();
  const client = useQueryClient();
  const status = useRead(setup.status, undefined);
  const [kind, setKind] = useState<Start>('own');
  const form = useSetUpForm(kind);
  const create = useMutation({
    mutationFn: (answers: Answers) => start(kind, answers, language),
    onSuccess: async () => {
      client.clear();
      await router.navigate({ to: kind === 'demo' ? '/today' : '/imports', replace: true });
    },
    onError: (error) => form.setErrors(fieldMessages(error)),
  });
  if (status.data?.state === 'ready' && !create.isPending && !create.isSuccess) return <GoTo href="/login" />;
  return (
    <Door title={t('setUp.title')}>
      <Text c="dimmed" size="sm" mb="md">
        {t('setUp.hint')}
      </Text>
      <SegmentedControl
        fullWidth
        orientation="vertical"
        aria-label={t('setUp.title')}
        value={kind}
        onChange={(value) => setKind(value === 'demo' ? 'demo' : 'own')}
        data={[
          { value: 'own', label: t('setUp.own') },
          { value: 'demo', label: t('setUp.demo') },
        ]}
      />
      <form onSubmit={form.onSubmit((answers) => create.mutate(answers))} noValidate>
        <Stack mt="md">
          {kind === 'own' ? (
            <>
              <Divider label={t('setUp.company')} labelPosition="left" />
              <TextInput
                label={t('setUp.companyName')}
                autoComplete="organization"
                required
                key={form.key('companyName')}
                {...form.getInputProps('companyName')}
              />
              <TextInput
                label={t('setUp.siren')}
                description={t('setUp.sirenHint')}
                inputMode="numeric"
                key={form.key('siren')}
                {...form.getInputProps('siren')}
              />
            </>
          ) : (
            <Text size="sm">{t('setUp.demoHint')}</Text>
          )}
          <Divider label={t('setUp.user')} labelPosition="left" />
          <Text size="sm" c="dimmed">
            {t('setUp.userHint')}
          </Text>
          <TextInput
            label={t('field.name')}
            autoComplete="name"
            required
            key={form.key('name')}
            {...form.getInputProps('name')}
          />
          <TextInput
            label={t('field.email')}
            type="email"
            autoComplete="username"
            required
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('field.password')}
            description={t('field.passwordHint', { minimum: PASSWORD_MIN })}
            autoComplete="new-password"
            required
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <ProblemNote error={create.error} />
          {create.isPending && kind === 'demo' && (
            <Text size="sm" role="status">
              {t('setUp.loadingDemo')}
            </Text>
          )}
          <Button type="submit" loading={create.isPending}>
            {t(kind === 'demo' ? 'setUp.goDemo' : 'setUp.go')}
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
