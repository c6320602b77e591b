// Expired dialog: signing in again over the screen in hand, which keeps everything that was typed; what was refused meanwhile can be sent.
import { Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { auth } from '@quittance/contracts/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call, reportSignedIn, takeFailedWrites, useExpired } from '../api/index.ts';
import { useWords } from '../i18n/index.ts';
import { ProblemNote, useToast } from '../page/index.ts';
import { useSession } from '../session/index.ts';

const SEND_AGAIN = 'send-again';

function SendAgainLine({ onSend }: Readonly<{ onSend: () => void }>) {
  const { t } = useWords('shell');
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{t('expired.unsent')}</Text>
      <Button size="compact-sm" onClick={onSend}>
        {t('expired.send')}
      </Button>
    </Group>
  );
}

/** Offers to send what the end of the session stopped; the form it came from is still there as well. */
function useOfferAgain(): () => void {
  const { t } = useWords('shell');
  const toast = useToast();
  return () => {
    const writes = takeFailedWrites();
    if (writes.length === 0) return;
    const send = () => {
      notifications.hide(SEND_AGAIN);
      Promise.all(writes.map((write) => write())).catch(toast.refused);
    };
    notifications.show({
      id: SEND_AGAIN,
      autoClose: false,
      message: <SendAgainLine onSend={send} />,
      closeButtonProps: { 'aria-label': t('words:do.close') },
    });
  };
}

function useSignIn(onDone: () => void) {
  const client = useQueryClient();
  const email = useSession().data?.user.email ?? '';
  const offerAgain = useOfferAgain();
  const signIn = useMutation({
    mutationFn: (password: string) => call(auth.signIn, { body: { email, password } }),
    onSuccess: async () => {
      onDone();
      reportSignedIn();
      offerAgain();
      await client.invalidateQueries();
    },
  });
  return { email, signIn };
}

/** Opens when a call was refused for want of a session. Loaded with the first refusal. */
export default function ExpiredDialog() {
  const { t } = useWords('shell');
  const isExpired = useExpired();
  const form = useForm({ mode: 'uncontrolled', initialValues: { password: '' } });
  const { email, signIn } = useSignIn(form.reset);
  return (
    <Modal
      opened={isExpired}
      onClose={() => undefined}
      withCloseButton={false}
      title={t('expired.title')}
      centered
      zIndex={300}
    >
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
