// Account choice: of which of the company's accounts a bank table is, which its rows do not say.
import { Group, Select, TextInput } from '@mantine/core';
import type { UploadView } from '@quittance/contracts/api';
import { useState } from 'react';
import { useWords } from '../../i18n/index.ts';

const NEW = 'new';

/** Whether it cannot be left open: two accounts of one currency. */
function mustChooseAccount({ accounts }: UploadView): boolean {
  const currencies = accounts.map(({ currency }) => currency);
  return new Set(currencies).size < currencies.length;
}

/** What was said of the last such file, as the order to import says it; '' where nothing was. */
export const accountSaid = ({ accountId }: UploadView): string => (accountId === null ? '' : `id:${accountId}`);

const grouped = (identity: string): string => identity.replace(/(.{4})(?=.)/g, '$1 ');

/** What is said of a file's account: '' leaves it to the only one of its currency; null is another one whose IBAN is still to be typed. */
export type AccountSaid = string | null;

/** Whether what is said is enough to import. */
export const isAccountClear = (upload: UploadView, account: AccountSaid): boolean =>
  account !== null && (account !== '' || !mustChooseAccount(upload));

/** Nothing where there is no account yet: the file then makes one. */
export function AccountChoice({
  upload,
  account,
  onChange,
}: Readonly<{ upload: UploadView; account: AccountSaid; onChange: (account: AccountSaid) => void }>) {
  const { t } = useWords('imports');
  const [isNew, setNew] = useState(false);
  if (upload.accounts.length === 0) return null;
  const known = upload.accounts.map(({ bankAccountId, name, identity, currency }) => ({
    value: `id:${bankAccountId}`,
    label: [name, grouped(identity) || t('review.account.unnamed'), currency].filter(Boolean).join(' · '),
  }));
  const choose = (value: string | null) => {
    setNew(value === NEW);
    onChange(value === NEW ? null : (value ?? ''));
  };
  return (
    <Group align="flex-end">
      <Select
        label={t('review.account.label')}
        description={t('review.account.hint')}
        placeholder={mustChooseAccount(upload) ? '' : t('review.account.only')}
        data={[...known, { value: NEW, label: t('review.account.new') }]}
        value={isNew ? NEW : account || null}
        onChange={choose}
        clearable={!mustChooseAccount(upload)}
        required={mustChooseAccount(upload)}
        w={380}
        maw="100%"
      />
      {isNew && (
        <TextInput
          label={t('review.account.iban')}
          value={account ?? ''}
          onChange={(event) => onChange(event.currentTarget.value.trim() === '' ? null : event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
          required
          w={300}
        />
      )}
    </Group>
  );
}
