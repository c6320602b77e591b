// Accounts: each bank account with the name people call it by, its last day, what waits and what is missing.
import { Button, Group, Text, TextInput } from '@mantine/core';
import { type BankAccountView, bank } from '@quittance/contracts/api';
import { Amount, DayText, NumberText } from '@quittance/ui/values';
import { useState } from 'react';
import { useWrite } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useToast } from '../../../page/index.ts';
import { useMay } from '../../../session/index.ts';
import { type Column, DataTable } from '../../../table/index.ts';
import { grouped } from '../grouped.ts';
import { CASH_READS } from '../stale.ts';
import { AttachDialog } from './attach-dialog.tsx';
import { Gap } from './gap.tsx';

function Name({ of }: Readonly<{ of: BankAccountView }>) {
  const { t } = useWords('cash');
  const toast = useToast();
  const [name, setName] = useState(of.name);
  const rename = useWrite(bank.renameAccount, CASH_READS);
  const canWrite = useMay()('bank.write');
  const shown = grouped(of.identity) || t('statements.unnamed');
  const save = () => {
    if (name.trim() === of.name) return;
    const params = { bankAccountId: of.bankAccountId };
    const back = () => rename.mutateAsync({ params, body: { name: of.name } });
    rename.mutate(
      { params, body: { name } },
      { onSuccess: () => toast.done(t('statements.renamed'), { undo: back }), onError: toast.refused },
    );
  };
  if (!canWrite) return <span>{of.name || shown}</span>;
  return (
    <TextInput
      size="xs"
      aria-label={t('statements.rename', { iban: shown })}
      placeholder={t('statements.nameHint')}
      value={name}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}

const accountText = ({ identity }: BankAccountView): string => grouped(identity);

/** The table. */
export function Accounts({ items }: Readonly<{ items: readonly BankAccountView[] }>) {
  const { t } = useWords('cash');
  const canWrite = useMay()('bank.write');
  const [attached, setAttached] = useState<BankAccountView | null>(null);
  const columns: Column<BankAccountView>[] = [
    {
      key: 'account',
      title: t('statements.account'),
      isName: true,
      cell: (of) => (
        <Group gap="xs" wrap="nowrap" miw={0}>
          <Text span inherit truncate miw={0} title={accountText(of)}>
            {`${accountText(of) || t('statements.unnamed')} · ${of.currency}`}
          </Text>
          {canWrite && of.iban === null && (
            <Button
              size="compact-xs"
              flex="none"
              variant="light"
              aria-label={t('statements.doFor', { account: accountText(of) || t('statements.unnamed') })}
              onClick={() => setAttached(of)}
            >
              {t('statements.do')}
            </Button>
          )}
        </Group>
      ),
    },
    { key: 'name', title: t('statements.name'), cell: (of) => <Name key={of.name} of={of} /> },
    { key: 'last', title: t('statements.lastOn'), cell: ({ lastOn }) => <DayText day={lastOn} /> },
    {
      key: 'closing',
      title: t('statements.closing'),
      numeric: true,
      cell: ({ closingCents, currency }) =>
        closingCents === null ? '–' : <Amount cents={closingCents} currency={currency} />,
    },
    {
      key: 'waiting',
      title: t('statements.waiting'),
      numeric: true,
      cell: ({ waiting, waitingCents, currency }) => (
        <>
          <NumberText value={waiting} /> · <Amount cents={waitingCents} currency={currency} />
        </>
      ),
    },
    {
      key: 'gaps',
      title: t('statements.gaps'),
      cell: ({ gaps, currency }) =>
        gaps.length === 0
          ? t('statements.noGap')
          : gaps.map((gap) => <Gap key={gap.afterOn + gap.beforeOn} of={gap} currency={currency} />),
    },
  ];
  return (
    <>
      <DataTable
        label={t('statements.accounts')}
        rows={items}
        columns={columns}
        rowKey={({ bankAccountId }) => String(bankAccountId)}
      />
      {attached && <AttachDialog account={attached} all={items} onClose={() => setAttached(null)} />}
    </>
  );
}
