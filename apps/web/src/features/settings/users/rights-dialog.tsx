// Rights dialog: invite somebody, or change the rights of a member. What is typed stays when it is refused.
import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { type MemberView, users } from '@quittance/contracts/api';
import { useState } from 'react';
import { fieldMessages, useWrite } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { ProblemNote, useToast } from '../../../page/index.ts';
import type { Told } from './password-note.tsx';
import { type Rights, RightsFields, type Segments } from './rights-fields.tsx';

const STALE = ['/api/v1/users'];

type Props = Readonly<{ segments: Segments; onClose: () => void }>;

function Buttons({ confirm, isBusy, onClose }: Readonly<{ confirm: string; isBusy: boolean; onClose: () => void }>) {
  const { t } = useWords('users');
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onClose}>
        {t('words:do.cancel')}
      </Button>
      <Button type="submit" loading={isBusy}>
        {confirm}
      </Button>
    </Group>
  );
}

/** Rights of a member who is there. */
export function EditDialog({ member, segments, onClose }: Props & Readonly<{ member: MemberView }>) {
  const { t } = useWords('users');
  const toast = useToast();
  const [rights, setRights] = useState<Rights>({ role: member.role, portfolio: member.portfolio });
  const save = useWrite(users.changeRights, STALE);
  const { name, userId } = member;
  const done = () => {
    toast.done(t('savedDone', { name }));
    onClose();
  };
  const body = { role: rights.role, portfolio: copyOf(rights) };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('editTitle', { name })}
      closeButtonProps={{ 'aria-label': t('words:do.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ params: { userId }, body }, { onSuccess: done });
        }}
      >
        <Stack>
          <RightsFields value={rights} segments={segments} onChange={setRights} />
          <ProblemNote error={save.error} />
          <Buttons confirm={t('words:do.save')} isBusy={save.isPending} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}

const copyOf = ({ portfolio }: Rights) => portfolio && { own: portfolio.own, segments: [...portfolio.segments] };

/** A person who is to come. */
export function InviteDialog({ segments, onClose, onInvited }: Props & Readonly<{ onInvited: (told: Told) => void }>) {
  const { t, language: own } = useWords('users');
  const [person, setPerson] = useState({ name: '', email: '', language: own as string });
  const [rights, setRights] = useState<Rights>({ role: 'collector', portfolio: null });
  const invite = useWrite(users.invite, STALE);
  const errors = fieldMessages(invite.error);
  const submit = () => {
    const body = { ...person, language: person.language as 'fr' | 'en', role: rights.role, portfolio: copyOf(rights) };
    invite.mutate({ body }, { onSuccess: ({ member, password }) => onInvited({ name: member.name, password }) });
  };
  return (
    <Modal opened onClose={onClose} title={t('invite')} closeButtonProps={{ 'aria-label': t('words:do.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack>
          <Text size="sm" c="dimmed">
            {t('inviteHint')}
          </Text>
          {(['name', 'email'] as const).map((field) => (
            <TextInput
              key={field}
              label={t(`field.${field}`)}
              type={field === 'email' ? 'email' : 'text'}
              required
              maxLength={200}
              value={person[field]}
              error={errors[field]}
              onChange={(event) => setPerson({ ...person, [field]: event.currentTarget.value })}
            />
          ))}
          <Select
            label={t('language')}
            data={(['fr', 'en'] as const).map((each) => ({ value: each, label: t(`words:language.${each}`) }))}
            value={person.language}
            allowDeselect={false}
            onChange={(chosen) => chosen && setPerson({ ...person, language: chosen })}
          />
          <RightsFields value={rights} segments={segments} onChange={setRights} />
          <ProblemNote error={invite.error} />
          <Buttons confirm={t('send')} isBusy={invite.isPending} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}
