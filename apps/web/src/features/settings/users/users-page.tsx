// Users page: the members, what they may do and on which customers.
import './words.ts';
import { Button, Group, Text } from '@mantine/core';
import { type MemberView, users } from '@quittance/contracts/api';
import { StatusBadge } from '@quittance/ui/values';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useRead } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { Answer } from '../../../page/index.ts';
import { useMay } from '../../../session/index.ts';
import { type Column, DataTable } from '../../../table/index.ts';
import { SettingsPage } from '../of-company.tsx';
import { MemberMenu } from './member-menu.tsx';
import { PasswordNote, type Told } from './password-note.tsx';
import { EditDialog, InviteDialog } from './rights-dialog.tsx';

const ICON = 16;

const stateOf = ({ disabledAt, lastSignInAt }: MemberView) =>
  disabledAt ? 'disabled' : lastSignInAt ? 'active' : 'invited';
const MOODS = { disabled: 'late', active: 'good', invited: 'plain' } as const;

function usePortfolioWords() {
  const { t } = useWords('users');
  return ({ portfolio, customers }: MemberView): string => {
    if (!portfolio) return t('everything');
    const list = [
      ...(portfolio.own ? [t('says.own')] : []),
      ...portfolio.segments.map((segment) => segment || t('noSegment')),
    ];
    const counted = t('says.customers', { count: customers });
    return list.length > 0 ? t('says.join', { list: list.join(', '), customers: counted }) : counted;
  };
}

function useColumns(act: Readonly<{ edit: (member: MemberView) => void; tell: (told: Told) => void }>) {
  const { t } = useWords('users');
  const may = useMay();
  const formats = useFormats();
  const portfolioWords = usePortfolioWords();
  const columns: Column<MemberView>[] = [
    {
      key: 'name',
      title: t('name'),
      isName: true,
      cell: ({ name, email, isSelf }) => (
        <div>
          {name} {isSelf && <StatusBadge>{t('you')}</StatusBadge>}
          <Text size="xs" c="dimmed">
            {email}
          </Text>
        </div>
      ),
    },
    { key: 'role', title: t('role'), cell: ({ role }) => t(`words:userRole.${role}`) },
    { key: 'portfolio', title: t('portfolio'), cell: portfolioWords },
    {
      key: 'lastSignIn',
      title: t('lastSignIn'),
      cell: ({ lastSignInAt }) => (lastSignInAt ? formats.instant(lastSignInAt) : t('never')),
    },
    {
      key: 'state',
      title: t('state'),
      cell: (member) => <StatusBadge mood={MOODS[stateOf(member)]}>{t(`status.${stateOf(member)}`)}</StatusBadge>,
    },
  ];
  if (!may('user.write')) return columns;
  const menu: Column<MemberView> = {
    key: 'menu',
    title: '',
    cell: (member) =>
      member.isSelf ? null : <MemberMenu member={member} onEdit={() => act.edit(member)} onTold={act.tell} />,
  };
  return [...columns, menu];
}

/** The page. */
export function UsersPage() {
  const { t } = useWords('users');
  const may = useMay();
  const list = useRead(users.list, undefined);
  const [isInviting, setInviting] = useState(false);
  const [edited, setEdited] = useState<MemberView | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const columns = useColumns({ edit: setEdited, tell: setTold });
  const invited = (of: Told) => {
    setInviting(false);
    setTold(of);
  };
  return (
    <SettingsPage title={t('title')} hint={t('hint')}>
      {may('user.write') && (
        <Group>
          <Button leftSection={<UserPlus size={ICON} aria-hidden />} onClick={() => setInviting(true)}>
            {t('invite')}
          </Button>
        </Group>
      )}
      <Answer of={list}>
        {({ items, segments }) => (
          <>
            <DataTable label={t('title')} rows={items} columns={columns} rowKey={({ userId }) => userId} />
            {isInviting && <InviteDialog segments={segments} onClose={() => setInviting(false)} onInvited={invited} />}
            {edited && <EditDialog member={edited} segments={segments} onClose={() => setEdited(null)} />}
          </>
        )}
      </Answer>
      {told && <PasswordNote told={told} onClose={() => setTold(null)} />}
    </SettingsPage>
  );
}
