// Payment drawer: one payment whole: what the bank said, what it settled, what happened to it since, and what can be done now.
import { Button, Drawer, Group, Stack, Text, Title } from '@mantine/core';
import { type PaymentSheet, payments } from '@quittance/contracts/api';
import type { PaymentId } from '@quittance/core/kernel';
import { Amount, DayText } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead, useWrite } from '../../../api/index.ts';
import { sayCode, useFormats, useWords } from '../../../i18n/index.ts';
import { Answer, useToast } from '../../../page/index.ts';
import { useMay } from '../../../session/index.ts';
import { DeedHost, type DialogDeed } from '../deeds/deed-host.tsx';
import { entryOf } from '../deeds/entry-of.ts';
import { PAYMENT_READS } from '../stale.ts';
import { PaymentHistory } from './payment-history.tsx';
import { PaymentUses } from './payment-uses.tsx';

/** Buttons in the order of what is done most. */
const DEEDS = ['apply', 'return', 'refund', 'move', 'gain', 'cancel'] as const;

type DeedsProps = Readonly<{
  payment: PaymentSheet;
  open: DialogDeed | null;
  setOpen: (deed: DialogDeed | null) => void;
}>;

function Deeds({ payment, open, setOpen }: DeedsProps) {
  const { t } = useWords('payments');
  const may = useMay();
  const toast = useToast();
  const again = useWrite(payments.again, PAYMENT_READS);
  const { can } = payment;
  const allowed = DEEDS.filter(
    (deed) => can.includes(deed) && may(deed === 'apply' ? 'allocation.write' : 'payment.write'),
  );
  const enterAgain = () =>
    again.mutate(
      { params: { deedId: entryOf(payment) ?? 0 } },
      { onSuccess: () => toast.done(t('again.done')), onError: toast.refused },
    );
  return (
    <>
      <Group gap="xs">
        {allowed.map((deed) => (
          <Button
            key={deed}
            size="compact-sm"
            variant={deed === 'apply' ? 'filled' : 'default'}
            onClick={() => setOpen(deed)}
          >
            {t(`deed.${deed}`)}
          </Button>
        ))}
        {can.includes('again') && may('payment.write') && (
          <Button size="compact-sm" variant="default" loading={again.isPending} onClick={enterAgain}>
            {t('again.do')}
          </Button>
        )}
      </Group>
      <DeedHost deed={open} payment={payment} onClose={() => setOpen(null)} />
    </>
  );
}

function Facts({ payment, isElsewhere }: Readonly<{ payment: PaymentSheet; isElsewhere: boolean }>) {
  const { t } = useWords('payments');
  const { money } = useFormats();
  const { on, cents, currency, method, reference, origin, openCents, direction } = payment;
  const how = [sayCode(t, `method.${method}`, 'words:nothing'), reference, t(`origin.${origin}`)].filter(Boolean);
  return (
    <div>
      {isElsewhere && (
        <Link to="/customers/$customerId" params={{ customerId: String(payment.customerId) }}>
          {payment.customerName}
        </Link>
      )}
      <Text>
        <DayText day={on} /> · <Amount cents={direction === 'out' ? -cents : cents} currency={currency} strong />
      </Text>
      <Text size="sm" c="dimmed">
        {how.join(' · ')}
      </Text>
      {openCents > 0 && direction === 'in' && (
        <Text size="sm">{t('unappliedHint', { amount: money(openCents, currency) })}</Text>
      )}
    </div>
  );
}

function Movements({ payment }: Readonly<{ payment: PaymentSheet }>) {
  const { t } = useWords('payments');
  if (payment.movements.length === 0) return null;
  return (
    <section>
      <Title order={3} fz="md">
        {t('movements')}
      </Title>
      {payment.movements.map(({ transactionId, bookedOn, cents, label, counterpartyName }) => (
        <Text key={transactionId} size="sm" style={{ overflowWrap: 'anywhere' }}>
          <DayText day={bookedOn} /> · <Amount cents={cents} currency={payment.currency} /> ·{' '}
          {[counterpartyName, label].filter(Boolean).join(' · ')}
        </Text>
      ))}
    </section>
  );
}

type Props = Readonly<{
  paymentId: PaymentId;
  onClose: () => void;
  /** Opened from where its customer is not what the page is about. */
  isElsewhere?: boolean;
}>;

/** Everything about one payment. */
export function PaymentDrawer({ paymentId, onClose, isElsewhere = false }: Props) {
  const { t } = useWords('payments');
  const [open, setOpen] = useState<DialogDeed | null>(null);
  const answer = useRead(payments.sheet, { params: { paymentId } });
  return (
    <Drawer
      opened
      onClose={onClose}
      closeOnEscape={open === null}
      position="right"
      size="lg"
      title={t(`purpose.${answer.data?.purpose ?? 'payment'}`)}
      closeButtonProps={{ 'aria-label': t('words:do.close') }}
    >
      <Answer of={answer}>
        {(payment) => (
          <Stack>
            <Facts payment={payment} isElsewhere={isElsewhere} />
            <Deeds payment={payment} open={open} setOpen={setOpen} />
            <Movements payment={payment} />
            <PaymentUses payment={payment} />
            <PaymentHistory payment={payment} />
          </Stack>
        )}
      </Answer>
    </Drawer>
  );
}
