// Holds in force on the invoice or on its customer: reason, part, end, author, and the way to lift them.
import { Button, Stack, Text } from '@mantine/core';
import { holds as holdRoutes, type InvoiceView } from '@quittance/contracts/api';
import { useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { useToast } from '../../../page/index.ts';
import { useActor, useMay } from '../../../session/index.ts';
import { INVOICE_READS } from '../stale.ts';

type HoldView = InvoiceView['holds'][number];

function useLift(hold: HoldView) {
  const { t } = useWords('invoices');
  const toast = useToast();
  const lift = useWrite(holdRoutes.lift, INVOICE_READS);
  const again = useWrite(holdRoutes.create, INVOICE_READS);
  const { customerId, receivableId, reason, note, cents, untilOn } = hold;
  const back = {
    ...{ customerId, reason: reason as 'manual', note },
    ...(receivableId === null ? {} : { receivableId }),
    ...(cents === null ? {} : { cents }),
    ...(untilOn === null ? {} : { untilOn }),
  };
  const free = () =>
    lift.mutate(
      { params: { holdId: hold.holdId ?? 0 }, body: {} },
      {
        onSuccess: () => toast.done(t('hold.lifted'), { undo: () => again.mutateAsync({ body: back }) }),
        onError: toast.refused,
      },
    );
  return { free, isPending: lift.isPending };
}

function Hold({ hold, invoice }: Readonly<{ hold: HoldView; invoice: InvoiceView }>) {
  const { t } = useWords('invoices');
  const { day, money } = useFormats();
  const may = useMay();
  const actorOf = useActor();
  const { free, isPending } = useLift(hold);
  const end = hold.untilOn ? t('hold.untilDay', { day: day(hold.untilOn) }) : t('hold.open');
  const what = hold.receivableId === null ? t('hold.ofCustomer') : t('hold.ofInvoice');
  const part = hold.cents === null ? '' : ` · ${t('hold.ofPart', { amount: money(hold.cents, invoice.currency) })}`;
  return (
    <div className="q-banner">
      <span>
        <strong>{t(`words:reason.${hold.reason}`)}</strong> · {what}
        {part} · {end}
        {hold.holdId !== null && ` · ${t('hold.by', { author: actorOf(hold.author) })}`}
        {hold.note && ` · ${hold.note}`}
      </span>
      {may('hold.write') && hold.holdId !== null && (
        <Button size="compact-sm" variant="default" onClick={free} loading={isPending}>
          {t('hold.lift')}
        </Button>
      )}
    </div>
  );
}

/** Nothing is drawn where there is none. */
export function Holds({ invoice }: Readonly<{ invoice: InvoiceView }>) {
  const { t } = useWords('invoices');
  if (invoice.holds.length === 0) return null;
  return (
    <Stack gap={0} component="section" aria-label={t('hold.title')}>
      <Text fw={600} size="sm" mb={4}>
        {t('hold.title')}
      </Text>
      {invoice.holds.map((hold, at) => (
        <Hold key={hold.holdId ?? `movement ${at}`} hold={hold} invoice={invoice} />
      ))}
    </Stack>
  );
}
