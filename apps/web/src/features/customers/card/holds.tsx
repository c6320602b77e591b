// Holds in force on a customer, each with its reason, its end and the way to lift it.
import { Button, Stack, Text } from '@mantine/core';
import { type HoldView, holds as holdRoutes } from '@quittance/contracts/api';
import { useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { useToast } from '../../../page/index.ts';
import { useActor, useMay } from '../../../session/index.ts';

/** Reads that change when reminders are held or freed. */
export const HOLD_READS = ['/api/v1/customers', '/api/v1/holds', '/api/v1/reminders', '/api/v1/invoices'];

function Hold({ hold }: Readonly<{ hold: HoldView }>) {
  const { t } = useWords('customers');
  const { day } = useFormats();
  const may = useMay();
  const actorOf = useActor();
  const toast = useToast();
  const lift = useWrite(holdRoutes.lift, HOLD_READS);
  const end = hold.untilOn ? t('hold.untilDay', { day: day(hold.untilOn) }) : t('hold.open');
  const free = () =>
    lift.mutate(
      { params: { holdId: hold.holdId }, body: {} },
      { onSuccess: () => toast.done(t('hold.lifted')), onError: toast.refused },
    );
  return (
    <div className="q-banner">
      <span>
        <strong>{t(`words:reason.${hold.reason}`)}</strong> · {end} · {t('hold.by', { author: actorOf(hold.author) })}
        {hold.note && ` · ${hold.note}`}
      </span>
      {may('hold.write') && (
        <Button size="compact-sm" variant="default" onClick={free} loading={lift.isPending}>
          {t('hold.lift')}
        </Button>
      )}
    </div>
  );
}

/** Nothing is drawn where there is none. */
export function Holds({ holds }: Readonly<{ holds: readonly HoldView[] }>) {
  const { t } = useWords('customers');
  if (holds.length === 0) return null;
  return (
    <Stack gap={0} component="section" aria-label={t('holds')}>
      <Text fw={600} size="sm" mb={4}>
        {t('holds')}
      </Text>
      {holds.map((hold) => (
        <Hold key={hold.holdId} hold={hold} />
      ))}
    </Stack>
  );
}
