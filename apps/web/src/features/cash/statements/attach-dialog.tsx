// Attach dialog: an account known only from files that name none gets its IBAN, or turns out to be another one.
import { Button, Group, Modal, Radio, Select, Stack, Text, TextInput } from '@mantine/core';
import { type BankAccountView, bank } from '@quittance/contracts/api';
import { type FormEvent, useState } from 'react';
import { useRead, useWrite } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Answer, ProblemNote, useToast } from '../../../page/index.ts';
import { grouped } from '../grouped.ts';
import { CASH_READS } from '../stale.ts';
import { JoinPreview } from './join-preview.tsx';

type Way = 'iban' | 'same';

/** Read until the two are joined: then there is nothing left to preview. */
function Preview({ account, withId, isOpen }: Readonly<{ account: BankAccountView; withId: number; isOpen: boolean }>) {
  const query = { params: { bankAccountId: account.bankAccountId }, query: { with: withId } };
  const answer = useRead(bank.previewJoin, query, { enabled: isOpen });
  return <Answer of={answer}>{(join) => <JoinPreview join={join} />}</Answer>;
}

/** Everything is shown before the two are joined, which is for good. */
export function AttachDialog({
  account,
  all,
  onClose,
}: Readonly<{ account: BankAccountView; all: readonly BankAccountView[]; onClose: () => void }>) {
  const { t } = useWords('cash');
  const toast = useToast();
  const nameOf = ({ name, identity }: BankAccountView) =>
    [name, grouped(identity)].filter(Boolean).join(' · ') || t('statements.unnamed');
  const others = all.filter((one) => one !== account && one.currency === account.currency);
  const [way, setWay] = useState<Way>(others.length > 0 ? 'same' : 'iban');
  const [iban, setIban] = useState('');
  const [withId, setWithId] = useState<number | null>(others.length === 1 ? others[0]!.bankAccountId : null);
  const give = useWrite(bank.giveIban, CASH_READS);
  const join = useWrite(bank.join, CASH_READS);
  const params = { bankAccountId: account.bankAccountId };
  const done = (key: string) => ({
    onSuccess: () => {
      onClose();
      toast.done(t(key));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (way === 'iban') give.mutate({ params, body: { iban } }, done('statements.attach.given'));
    else if (withId !== null) join.mutate({ params, body: { with: withId } }, done('statements.attach.joined'));
  };
  const isReady = way === 'iban' ? iban.trim() !== '' : withId !== null;
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('statements.attach.title')}
      closeButtonProps={{ 'aria-label': t('words:do.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t('statements.attach.why')}</Text>
          <Radio.Group label={t('statements.attach.how')} value={way} onChange={(chosen) => setWay(chosen as Way)}>
            <Stack gap={6} mt={6}>
              {others.length > 0 && <Radio value="same" label={t('statements.attach.same')} />}
              <Radio value="iban" label={t('statements.attach.iban')} />
            </Stack>
          </Radio.Group>
          {way === 'iban' ? (
            <TextInput
              label={t('statements.attach.ibanLabel')}
              value={iban}
              onChange={(event) => setIban(event.currentTarget.value)}
              autoComplete="off"
              spellCheck={false}
            />
          ) : (
            <Select
              label={t('statements.attach.sameLabel')}
              data={others.map((one) => ({ value: String(one.bankAccountId), label: nameOf(one) }))}
              value={withId === null ? null : String(withId)}
              onChange={(id) => setWithId(id === null ? null : Number(id))}
              allowDeselect={false}
            />
          )}
          {way === 'same' && withId !== null && (
            <Preview account={account} withId={withId} isOpen={join.isIdle || join.isError} />
          )}
          <ProblemNote error={way === 'iban' ? give.error : join.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('words:do.cancel')}
            </Button>
            <Button type="submit" loading={give.isPending || join.isPending} disabled={!isReady}>
              {t(way === 'iban' ? 'statements.attach.give' : 'statements.attach.join')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
