// Payment history: what happened to a payment after it came, in sentences with day and author; each deed can be undone.
import { Button, Group, Text, Title } from '@mantine/core';
import { type DeedView, type PaymentSheet, payments } from '@quittance/contracts/api';
import { useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { useToast } from '../../../page/index.ts';
import { useActor, useMay } from '../../../session/index.ts';
import { useReturnReason } from '../return-reason.ts';
import { PAYMENT_READS } from '../stale.ts';

const UNDOABLE: ReadonlySet<string> = new Set(['return', 'refund', 'move', 'gain']);

function Deed({ deed, here }: Readonly<{ deed: DeedView; here: number }>) {
  const { t } = useWords('payments');
  const { money, day } = useFormats();
  const may = useMay();
  const actorOf = useActor();
  const reasonOf = useReturnReason();
  const toast = useToast();
  const undo = useWrite(payments.undo, PAYMENT_READS);
  const { kind, cents, currency, on, code, note, actor, undoneOn, undoneBy } = deed;
  const isArrival = kind === 'move' && deed.toCustomerId === here;
  const facts = { amount: money(cents, currency), to: deed.toCustomerName, from: deed.customerName };
  const back = () =>
    undo.mutate(
      { params: { deedId: deed.deedId }, body: {} },
      { onSuccess: () => toast.done(t('words:undone')), onError: toast.refused },
    );
  return (
    <Group component="li" justify="space-between" gap="sm" wrap="nowrap">
      <div>
        <Text size="sm" td={undoneOn ? 'line-through' : 'none'}>
          {day(on)} · {t(isArrival ? 'history.arrived' : `history.${kind}`, facts)}
          {code && ` · ${reasonOf(code)}`}
          {note && ` · ${note}`}
        </Text>
        <Text size="xs" c="dimmed">
          {actorOf(actor)}
          {undoneOn && ` · ${t('history.undone', { day: day(undoneOn), who: undoneBy ? actorOf(undoneBy) : '' })}`}
        </Text>
      </div>
      {undoneOn === null && UNDOABLE.has(kind) && may('payment.write') && (
        <Button size="compact-sm" variant="default" onClick={back} loading={undo.isPending}>
          {t('words:do.undo')}
        </Button>
      )}
    </Group>
  );
}

/** Nothing where nothing happened. */
export function PaymentHistory({ payment }: Readonly<{ payment: PaymentSheet }>) {
  const { t } = useWords('payments');
  if (payment.deeds.length === 0) return null;
  return (
    <section>
      <Title order={3} fz="md">
        {t('history.title')}
      </Title>
      <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
        {payment.deeds.map((deed) => (
          <Deed key={deed.deedId} deed={deed} here={payment.customerId} />
        ))}
      </ul>
    </section>
  );
}
