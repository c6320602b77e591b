// Customer payments: what this customer paid and where each came from, what waits, what is announced, and what a person may note.
import '../words.ts';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { type CustomerView, payments } from '@quittance/contracts/api';
import type { PaymentId } from '@quittance/core/kernel';
import { lazy, Suspense, useState } from 'react';
import { useRead } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { Answer } from '../../../page/index.ts';
import { useMay } from '../../../session/index.ts';
import { DataTable, Pager } from '../../../table/index.ts';
import { Announced } from './announced.tsx';
import { usePaymentColumns } from './payment-columns.tsx';

const RecordDialog = lazy(() => import('./record-dialog.tsx').then((m) => ({ default: m.RecordDialog })));
const AnnounceDialog = lazy(() => import('./announce-dialog.tsx').then((m) => ({ default: m.AnnounceDialog })));
const PaymentDrawer = lazy(() => import('./payment-drawer.tsx').then((m) => ({ default: m.PaymentDrawer })));
const ApplyPayment = lazy(() => import('../deeds/apply-payment.tsx').then((m) => ({ default: m.ApplyPayment })));
const PAGE_SIZE = 5;

function Deeds({ customer, onRecorded }: Readonly<{ customer: CustomerView; onRecorded: (id: PaymentId) => void }>) {
  const { t } = useWords('payments');
  const [open, setOpen] = useState<'record' | 'announce' | null>(null);
  const close = () => setOpen(null);
  return (
    <Group gap="xs">
      <Button variant="default" onClick={() => setOpen('record')}>
        {t('record.title')}
      </Button>
      {customer.receivables.length > 0 && (
        <Button variant="default" onClick={() => setOpen('announce')}>
          {t('announce.title')}
        </Button>
      )}
      <Suspense fallback={null}>
        {open === 'record' && <RecordDialog customer={customer} onClose={close} onRecorded={onRecorded} />}
        {open === 'announce' && <AnnounceDialog customer={customer} onClose={close} />}
      </Suspense>
    </Group>
  );
}

function List({ customer, onOpen }: Readonly<{ customer: CustomerView; onOpen: (id: PaymentId) => void }>) {
  const { t } = useWords('payments');
  const { money } = useFormats();
  const [page, setPage] = useState(1);
  const query = { view: 'all' as const, customerId: customer.customerId, page, size: PAGE_SIZE };
  const answer = useRead(payments.list, { query }, { keep: true });
  const columns = usePaymentColumns(onOpen);
  return (
    <Answer of={answer}>
      {(list) =>
        list.total === 0 ? (
          <Text c="dimmed">{t('none')}</Text>
        ) : (
          <>
            {list.openCents > 0 && (
              <Text size="sm" mb="xs">
                {t('waiting', { amount: money(list.openCents, list.currency) })}
              </Text>
            )}
            <DataTable
              label={t('title')}
              rows={list.items}
              columns={columns}
              rowKey={({ paymentId }) => String(paymentId)}
              onOpen={({ paymentId }) => onOpen(paymentId)}
              isStale={answer.isPlaceholderData}
            />
            {list.total > PAGE_SIZE && <Pager of={list} onPage={setPage} />}
          </>
        )
      }
    </Answer>
  );
}

/** The section. */
export function CustomerPayments({ customer }: Readonly<{ customer: CustomerView }>) {
  const { t } = useWords('payments');
  const may = useMay();
  const [opened, setOpened] = useState<PaymentId | null>(null);
  const [recorded, setRecorded] = useState<PaymentId | null>(null);
  const isApplying = recorded !== null && may('allocation.write') && customer.receivables.length > 0;
  return (
    <Stack component="section" gap="xs" aria-label={t('title')}>
      <Group justify="space-between">
        <Title order={2}>{t('title')}</Title>
        {may('payment.write') && <Deeds customer={customer} onRecorded={setRecorded} />}
      </Group>
      <Announced customerId={customer.customerId} />
      <List customer={customer} onOpen={setOpened} />
      <Suspense fallback={null}>
        {opened !== null && <PaymentDrawer paymentId={opened} onClose={() => setOpened(null)} />}
        {isApplying && (
          <ApplyPayment paymentId={recorded} customerName={customer.name} onClose={() => setRecorded(null)} />
        )}
      </Suspense>
    </Stack>
  );
}
