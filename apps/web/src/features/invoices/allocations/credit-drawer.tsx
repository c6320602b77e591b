// Credit drawer: one payment or credit note, what is left of it, and everything it was applied to.
import { Drawer, Group, Stack, Text } from '@mantine/core';
import { allocations, type CreditSheet } from '@quittance/contracts/api';
import { Amount, DayText, StatusBadge } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { useRead } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { Answer } from '../../../page/index.ts';
import { type Column, DataTable } from '../../../table/index.ts';
import { Figure } from '../page/figure.tsx';

/** Which credit. */
export type CreditName = Readonly<{ kind: 'payment' | 'credit_note'; id: number }>;

type Use = CreditSheet['uses'][number];

function useColumns(currency: string): Column<Use>[] {
  const { t } = useWords('invoices');
  const { day } = useFormats();
  return [
    {
      key: 'invoice',
      title: t('number'),
      isName: true,
      cell: ({ invoiceId, invoiceNumber }) =>
        invoiceId ? (
          <Link to="/invoices/$invoiceId" params={{ invoiceId: String(invoiceId) }}>
            {invoiceNumber}
          </Link>
        ) : (
          t('credit.paidOut')
        ),
    },
    { key: 'on', title: t('on'), cell: ({ on }) => <DayText day={on} /> },
    {
      key: 'state',
      title: t('status'),
      cell: ({ reversedOn }) =>
        reversedOn && <StatusBadge mood="warn">{t('undone', { day: day(reversedOn) })}</StatusBadge>,
    },
    {
      key: 'amount',
      title: t('amount'),
      numeric: true,
      cell: ({ cents }) => <Amount cents={cents} currency={currency} />,
    },
  ];
}

function Sheet({ credit }: Readonly<{ credit: CreditSheet }>) {
  const { t } = useWords('invoices');
  const columns = useColumns(credit.currency);
  return (
    <Stack>
      <Group gap="xl">
        <Figure label={t('amount')}>
          <Amount
            cents={credit.kind === 'credit_note' ? -credit.cents : credit.cents}
            currency={credit.currency}
            strong
          />
        </Figure>
        <Figure label={t('credit.left')}>
          <Amount cents={credit.openCents} currency={credit.currency} />
        </Figure>
        <Figure label={t('on')}>
          <DayText day={credit.on} />
        </Figure>
      </Group>
      {credit.label && <Text size="sm">{credit.label}</Text>}
      <Link to="/customers/$customerId" params={{ customerId: String(credit.customerId) }}>
        {credit.customerName}
      </Link>
      {credit.uses.length === 0 ? (
        <Text c="dimmed">{t('credit.unused')}</Text>
      ) : (
        <DataTable
          label={t('credit.uses')}
          rows={credit.uses}
          columns={columns}
          rowKey={({ allocationId }) => String(allocationId)}
        />
      )}
    </Stack>
  );
}

/** Opened for one credit. */
export function CreditDrawer({ of, onClose }: Readonly<{ of: CreditName; onClose: () => void }>) {
  const { t } = useWords('invoices');
  const answer = useRead(allocations.credit, { query: of });
  const number = answer.data?.number ?? '';
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={`${t(`source.${of.kind}`)} ${number}`}
      closeButtonProps={{ 'aria-label': t('words:do.close') }}
    >
      <Answer of={answer}>{(credit) => <Sheet credit={credit} />}</Answer>
    </Drawer>
  );
}
