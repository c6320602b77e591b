// Mail form: the company's own mail server. What is typed outlives a reload, but for the password, which is never kept.
import { Button, Grid, Group, NumberInput, PasswordInput, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { type CompanyView, channels, type MailChannelView } from '@quittance/contracts/api';
import { type FormEvent, useState } from 'react';
import { fieldMessages, useWrite } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { ProblemNote, useDraft, useToast } from '../../page/index.ts';
import { useMay } from '../../session/index.ts';
import { Trial } from './trial.tsx';
import { bodyOf, type Typed, typedOf, withSecurity } from './typed-settings.ts';

const STALE = ['/api/v1/channels', '/api/v1/companies', '/api/v1/start'];

type TextName = 'host' | 'user' | 'fromName' | 'fromAddress' | 'replyTo';

function useMailForm(view: MailChannelView, company: CompanyView) {
  const draft = useDraft<Typed>(`channel.email.${company.companyId}`, typedOf(view, company));
  const [password, setPassword] = useState('');
  const save = useWrite(channels.saveEmail, STALE);
  const verify = useWrite(channels.verifyEmail);
  const forget = useWrite(channels.forgetEmail, STALE);
  const body = () => bodyOf(draft.value, password);
  const change = (part: Partial<Typed>) => {
    verify.reset();
    draft.set({ ...draft.value, ...part });
  };
  return { draft, password, setPassword, save, verify, forget, body, change };
}

type Form = ReturnType<typeof useMailForm>;

function Line({
  form,
  name,
  isLocked,
  ...more
}: Readonly<{
  form: Form;
  name: TextName;
  isLocked: boolean;
  type?: string;
  required?: boolean;
  description?: string;
}>) {
  const { t } = useWords('channels');
  const errors = fieldMessages(form.save.error ?? form.verify.error);
  return (
    <TextInput
      label={t(`field.${name}`)}
      value={form.draft.value[name]}
      onChange={(event) => form.change({ [name]: event.currentTarget.value })}
      readOnly={isLocked}
      error={errors[name]}
      autoComplete="off"
      {...more}
    />
  );
}

function ServerFields({ form, view, isLocked }: Readonly<{ form: Form; view: MailChannelView; isLocked: boolean }>) {
  const { t } = useWords('channels');
  const { value } = form.draft;
  const isKept =
    view.hasPassword && view.own?.host === value.host.trim() && (view.own.user ?? '') === value.user.trim();
  return (
    <Grid gap="sm">
      <Grid.Col span={{ base: 12, xs: 6 }}>
        <Line form={form} name="host" isLocked={isLocked} required description={t('field.hostHint')} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, xs: 3 }}>
        <Select
          label={t('field.security')}
          description={t('field.securityHint')}
          data={(['starttls', 'tls', 'none'] as const).map((each) => ({ value: each, label: t(`security.${each}`) }))}
          value={value.security}
          allowDeselect={false}
          readOnly={isLocked}
          onChange={(chosen) => chosen && form.change(withSecurity(value, chosen as Typed['security']))}
        />
      </Grid.Col>
      <Grid.Col span={{ base: 12, xs: 3 }}>
        <NumberInput
          label={t('field.port')}
          description={t('field.portHint')}
          min={1}
          max={65_535}
          hideControls
          value={value.port}
          readOnly={isLocked}
          onChange={(port) => form.change({ port: Number(port) || 0 })}
        />
      </Grid.Col>
      <Grid.Col span={{ base: 12, xs: 6 }}>
        <Line form={form} name="user" isLocked={isLocked} description={t('field.userHint')} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, xs: 6 }}>
        <PasswordInput
          label={t('field.password')}
          description={t(isKept ? 'field.passwordKept' : 'field.passwordHint')}
          placeholder={isKept ? '••••••••' : ''}
          autoComplete="new-password"
          value={form.password}
          readOnly={isLocked}
          onChange={(event) => form.setPassword(event.currentTarget.value)}
        />
      </Grid.Col>
    </Grid>
  );
}

function SenderFields({ form, isLocked }: Readonly<{ form: Form; isLocked: boolean }>) {
  const { t } = useWords('channels');
  return (
    <Grid gap="sm">
      <Grid.Col span={{ base: 12, xs: 6 }}>
        <Line form={form} name="fromName" isLocked={isLocked} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, xs: 6 }}>
        <Line form={form} name="fromAddress" isLocked={isLocked} type="email" required />
      </Grid.Col>
      <Grid.Col span={{ base: 12, xs: 6 }}>
        <Line form={form} name="replyTo" isLocked={isLocked} type="email" description={t('field.replyToHint')} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, xs: 6 }}>
        <NumberInput
          label={t('field.perSecond')}
          description={t('field.perSecondHint')}
          min={0}
          max={1000}
          value={form.draft.value.perSecond}
          readOnly={isLocked}
          onChange={(perSecond) => form.change({ perSecond: Number(perSecond) || 0 })}
        />
      </Grid.Col>
    </Grid>
  );
}

function Deeds({ form, view }: Readonly<{ form: Form; view: MailChannelView }>) {
  const { t } = useWords('channels');
  const toast = useToast();
  const forget = () => {
    form.draft.clear();
    void form.forget.mutateAsync({}).then(
      () => toast.done(t('forgotten')),
      () => {},
    );
  };
  return (
    <Group>
      <Button type="submit" loading={form.save.isPending}>
        {t('words:do.save')}
      </Button>
      <Button
        variant="default"
        loading={form.verify.isPending}
        onClick={() => form.verify.mutate({ body: form.body() })}
      >
        {t('verify')}
      </Button>
      {view.source === 'own' && (
        <Button variant="subtle" color="gray" loading={form.forget.isPending} onClick={forget}>
          {t('forget')}
        </Button>
      )}
    </Group>
  );
}

/** Tried before it is saved, where the reader wishes. */
export function MailForm({ view, company }: Readonly<{ view: MailChannelView; company: CompanyView }>) {
  const { t } = useWords('channels');
  const may = useMay();
  const toast = useToast();
  const form = useMailForm(view, company);
  const isLocked = !may('company.write');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The form is drawn anew with what was saved: its own callbacks would be gone by then.
    void form.save.mutateAsync({ body: form.body() }).then(
      () => {
        form.draft.clear();
        form.setPassword('');
        toast.done(t('saved'));
      },
      () => {},
    );
  };
  const { data } = form.verify;
  return (
    <form className="q-form" onSubmit={submit}>
      <Stack gap="md">
        <Title order={3} fz="md">
          {t('server')}
        </Title>
        <ServerFields form={form} view={view} isLocked={isLocked} />
        <Title order={3} fz="md">
          {t('sender')}
        </Title>
        <SenderFields form={form} isLocked={isLocked} />
        {data && (
          <Trial
            code={data.code}
            text={data.text}
            good={t(data.secure ? 'verified' : 'verifiedClear', { server: data.text })}
          />
        )}
        <ProblemNote error={form.save.error ?? form.verify.error ?? form.forget.error} />
        {!isLocked && <Deeds form={form} view={view} />}
        {isLocked && (
          <Text size="sm" c="dimmed">
            {t('locked')}
          </Text>
        )}
      </Stack>
    </form>
  );
}
