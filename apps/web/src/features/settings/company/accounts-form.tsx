// Accounts: further bank accounts of the company; the one by default stands in the letterhead.
import { ActionIcon, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { type CompanyView, companies } from '@quittance/contracts/api';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { fieldMessages, useWrite } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { ProblemNote, useToast } from '../../../page/index.ts';
import { useMay } from '../../../session/index.ts';

const ICON = 16;
const FIELDS = ['label', 'iban', 'bic', 'currency'] as const;
type Row = Readonly<Record<(typeof FIELDS)[number], string>> & Readonly<{ key: number }>;

const rowsOf = ({ letterhead }: CompanyView): Row[] =>
  (letterhead.accounts ?? []).map((account, key) => ({ ...account, bic: account.bic ?? '', key }));

const accountOf = ({ label, iban, bic, currency }: Row) => ({
  label,
  iban: iban.replace(/\s/g, ''),
  bic: bic.trim() || null,
  currency: currency.trim().toUpperCase(),
});

function Account({
  row,
  isLocked,
  errors,
  onChange,
  onRemove,
  onDefault,
}: Readonly<{
  row: Row;
  isLocked: boolean;
  errors: Readonly<Record<string, string>>;
  onChange: (row: Row) => void;
  onRemove: () => void;
  onDefault: () => void;
}>) {
  const { t } = useWords('settings');
  return (
    <Group gap="xs" align="flex-end">
      {FIELDS.map((field) => (
        <TextInput
          key={field}
          label={t(`account.${field}`)}
          value={row[field]}
          readOnly={isLocked}
          required={field !== 'bic'}
          maxLength={field === 'currency' ? 3 : 60}
          w={{ base: '100%', sm: field === 'iban' ? 260 : field === 'currency' ? 80 : 140 }}
          error={field === 'iban' ? errors.iban : undefined}
          onChange={(event) => onChange({ ...row, [field]: event.currentTarget.value })}
        />
      ))}
      {!isLocked && (
        <>
          <Button variant="default" onClick={onDefault}>
            {t('account.makeDefault')}
          </Button>
          <ActionIcon
            variant="subtle"
            color="red"
            size="lg"
            aria-label={t('account.remove', { name: row.label || row.iban })}
            onClick={onRemove}
          >
            <Trash2 size={ICON} aria-hidden />
          </ActionIcon>
        </>
      )}
    </Group>
  );
}

/** Saved together; making another the default exchanges the two. */
export function AccountsForm({ company }: Readonly<{ company: CompanyView }>) {
  const { t } = useWords('settings');
  const toast = useToast();
  const isLocked = !useMay()('company.write');
  const [rows, setRows] = useState(() => rowsOf(company));
  const save = useWrite(companies.updateLetterhead, ['/api/v1/companies']);
  const { letterhead, companyId, currency } = company;
  const errors = fieldMessages(save.error);
  const send = (accounts: readonly Row[], first: Readonly<{ iban: string | null; bic: string | null }>) =>
    save.mutate(
      { params: { companyId }, body: { ...letterhead, ...first, accounts: accounts.map(accountOf) } },
      { onSuccess: () => toast.done(t('saved')) },
    );
  const makeDefault = (row: Row) => {
    const old = {
      key: row.key,
      label: t('account.former'),
      iban: letterhead.iban ?? '',
      bic: letterhead.bic ?? '',
      currency,
    };
    const others = rows.flatMap((each) => (each.key === row.key ? (letterhead.iban ? [old] : []) : [each]));
    const { iban, bic } = accountOf(row);
    send(others, { iban, bic });
  };
  const add = () => setRows([...rows, { key: Date.now(), label: '', iban: '', bic: '', currency }]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send(rows, { iban: letterhead.iban, bic: letterhead.bic });
      }}
    >
      <Stack gap="sm">
        <div>
          <Title order={3}>{t('account.title')}</Title>
          <Text size="sm" c="dimmed" maw="70ch">
            {t('account.hint')}
          </Text>
        </div>
        {rows.map((row) => (
          <Account
            key={row.key}
            row={row}
            isLocked={isLocked}
            errors={errors}
            onChange={(next) => setRows(rows.map((each) => (each.key === row.key ? next : each)))}
            onRemove={() => setRows(rows.filter((each) => each.key !== row.key))}
            onDefault={() => makeDefault(row)}
          />
        ))}
        <ProblemNote error={save.error} />
        {!isLocked && (
          <Group>
            <Button variant="default" onClick={add}>
              {t('account.add')}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={rows.length === 0 && rowsOf(company).length === 0}>
              {t('account.save')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
