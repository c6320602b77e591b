// Member menu: what can be done about one member; what cannot be undone by a click is asked first.
import { ActionIcon, Menu } from '@mantine/core';
import { type MemberView, users } from '@quittance/contracts/api';
import { EllipsisVertical } from 'lucide-react';
import { useState } from 'react';
import { useWrite } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { ConfirmDialog, useToast } from '../../../page/index.ts';
import type { Told } from './password-note.tsx';

const ICON = 18;
const STALE = ['/api/v1/users'];
const ASKED = ['disable', 'reset', 'remove'] as const;
type Asked = (typeof ASKED)[number];

/** `onEdit` opens the rights; `onTold` shows a new password. */
export function MemberMenu({
  member,
  onEdit,
  onTold,
}: Readonly<{ member: MemberView; onEdit: () => void; onTold: (told: Told) => void }>) {
  const { t } = useWords('users');
  const toast = useToast();
  const [asked, setAsked] = useState<Asked | null>(null);
  const state = useWrite(users.setDisabled, STALE);
  const reset = useWrite(users.resetPassword, STALE);
  const remove = useWrite(users.remove, STALE);
  const { name, userId, disabledAt } = member;
  const enable = () => state.mutateAsync({ params: { userId }, body: { disabled: false } });
  const disabled = () => toast.done(t('disabledDone', { name }), { undo: enable });
  const disable = () =>
    state.mutate({ params: { userId }, body: { disabled: true } }, { onSuccess: disabled, onError: toast.refused });
  const deeds: Record<Asked, () => void> = {
    disable,
    reset: () =>
      reset.mutate(
        { params: { userId } },
        { onSuccess: ({ password }) => onTold({ name, password }), onError: toast.refused },
      ),
    remove: () =>
      remove.mutate(
        { params: { userId } },
        { onSuccess: () => toast.done(t('removedDone', { name })), onError: toast.refused },
      ),
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('actions', { name })}>
            <EllipsisVertical size={ICON} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={onEdit}>{t('edit')}</Menu.Item>
          {!member.elsewhere && <Menu.Item onClick={() => setAsked('reset')}>{t('deed.reset')}</Menu.Item>}
          {disabledAt ? (
            <Menu.Item onClick={() => void enable().then(() => toast.done(t('enabledDone', { name })), toast.refused)}>
              {t('enable')}
            </Menu.Item>
          ) : (
            <Menu.Item onClick={() => setAsked('disable')}>{t('deed.disable')}</Menu.Item>
          )}
          <Menu.Item color="red" onClick={() => setAsked('remove')}>
            {t('deed.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {ASKED.map((deed) => (
        <ConfirmDialog
          key={deed}
          isOpen={asked === deed}
          title={t(`deed.${deed}`)}
          confirm={t(`deed.${deed}`)}
          onClose={() => setAsked(null)}
          onConfirm={deeds[deed]}
        >
          {t(`sure.${deed}`, { name })}
        </ConfirmDialog>
      ))}
    </>
  );
}
