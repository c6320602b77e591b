// Payment columns: day, what it is and where it came from, what became of it, how much, how much waits.
import { Button, Text } from '@mantine/core';
import type { PaymentView } from '@quittance/contracts/api';
import type { PaymentId } from '@quittance/core/kernel';
import { Amount, DayText, StatusBadge } from '@quittance/ui/values';
import { sayCode, useFormats, useWords } from '../../../i18n/index.ts';
import type { Column } from '../../../table/index.ts';

function State({ payment }: Readonly<{ payment: PaymentView }>) {
  const { t } = useWords('payments');
  const { money } = useFormats();
  const { direction, purpose, cents, openCents, returnedCents, currency, isCancelled } = payment;
  if (direction === 'out' || purpose === 'cancelled') return null;
  if (isCancelled) return <StatusBadge>{t('state.cancelled')}</StatusBadge>;
  if (returnedCents >= cents) return <StatusBadge mood="late">{t('state.returned')}</StatusBadge>;
  if (returnedCents > 0)
    return <StatusBadge mood="late">{t('state.partReturned', { amount: money(returnedCents, currency) })}</StatusBadge>;
  if (openCents === 0) return <StatusBadge>{t('state.applied')}</StatusBadge>;
  return <StatusBadge mood="warn">{t(openCents === cents ? 'state.waiting' : 'state.partWaiting')}</StatusBadge>;
}

/** Of one customer's payments. */
export function usePaymentColumns(onOpen: (id: PaymentId) => void): Column<PaymentView>[] {
  const { t } = useWords('payments');
  return [
    { key: 'on', title: t('column.on'), cell: ({ on }) => <DayText day={on} /> },
    {
      key: 'what',
      title: t('column.what'),
      isName: true,
      cell: ({ paymentId, purpose, method, reference }) => {
        const known = sayCode(t, `method.${method}`, reference ? 'words:nothing' : 'purpose.payment');
        const how = purpose === 'payment' ? known : t(`purpose.${purpose}`);
        // The bank's words often begin with the means of payment.
        const said = reference.startsWith(how) ? reference : `${how} ${reference}`.trim();
        return (
          <Button
            variant="transparent"
            size="compact-sm"
            px={0}
            fw={500}
            maw="100%"
            onClick={() => onOpen(paymentId)}
            title={said}
          >
            {said}
          </Button>
        );
      },
    },
    {
      key: 'origin',
      title: t('column.origin'),
      cell: ({ origin }) => <Text size="sm">{t(`origin.${origin}`)}</Text>,
    },
    { key: 'state', title: t('column.state'), cell: (payment) => <State payment={payment} /> },
    {
      key: 'cents',
      title: t('amount'),
      numeric: true,
      cell: ({ cents, direction, currency }) => (
        <Amount cents={direction === 'out' ? -cents : cents} currency={currency} strong />
      ),
    },
    {
      key: 'open',
      title: t('column.open'),
      numeric: true,
      cell: ({ openCents, direction, currency }) =>
        direction === 'in' ? <Amount cents={openCents} currency={currency} blankZero /> : null,
    },
  ];
}
