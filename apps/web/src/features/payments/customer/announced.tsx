// Announced: money said to be on its way, in a sentence: how much, when, until when nobody is chased for it; it came, or it will not.
import { Button, Group, Stack, Text } from '@mantine/core';
import { type AnnouncementView, announcements } from '@quittance/contracts/api';
import type { CustomerId } from '@quittance/core/kernel';
import { lazy, Suspense, useState } from 'react';
import { useRead, useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { ProblemNote, useToast } from '../../../page/index.ts';
import { useActor, useMay } from '../../../session/index.ts';
import { PAYMENT_READS } from '../stale.ts';

const ArrivedDialog = lazy(() => import('./arrived-dialog.tsx').then((m) => ({ default: m.ArrivedDialog })));
const MOST = 50;

function Line({ of, onArrived }: Readonly<{ of: AnnouncementView; onArrived: () => void }>) {
  const { t } = useWords('payments');
  const { money, day } = useFormats();
  const may = useMay();
  const actorOf = useActor();
  const toast = useToast();
  const cancel = useWrite(announcements.cancel, PAYMENT_READS);
  const reopen = useWrite(announcements.reopen, PAYMENT_READS);
  const params = { announcementId: of.announcementId };
  const giveUp = () =>
    cancel.mutate(
      { params, body: {} },
      {
        onSuccess: () => toast.done(t('announce.cancelled'), { undo: () => reopen.mutateAsync({ params }) }),
        onError: toast.refused,
      },
    );
  return (
    <div className="q-banner">
      <span>
        <strong>
          {t('announce.said', {
            how: t(`method.${of.kind}`),
            amount: money(of.cents, of.currency),
            day: day(of.expectedOn),
          })}
        </strong>{' '}
        {of.reference && `${of.reference} · `}
        {t('announce.held', { day: day(of.heldUntilOn), who: actorOf(of.actor) })}
      </span>
      {may('payment.write') && (
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={onArrived}>
            {t('announce.arrived')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={giveUp} loading={cancel.isPending}>
            {t('announce.cancel')}
          </Button>
        </Group>
      )}
    </div>
  );
}

/** Nothing is drawn where none is expected. */
export function Announced({ customerId }: Readonly<{ customerId: CustomerId }>) {
  const { t } = useWords('payments');
  const [arrived, setArrived] = useState<AnnouncementView | null>(null);
  const answer = useRead(announcements.list, { query: { customerId, state: 'expected', size: MOST } });
  if (answer.error) return <ProblemNote error={answer.error} />;
  const items = answer.data?.items ?? [];
  return (
    <>
      {items.length > 0 && (
        <Stack gap={0}>
          <Text fw={600} size="sm" mb={4}>
            {t('announce.list')}
          </Text>
          {items.map((one) => (
            <Line key={one.announcementId} of={one} onArrived={() => setArrived(one)} />
          ))}
        </Stack>
      )}
      <Suspense fallback={null}>{arrived && <ArrivedDialog of={arrived} onClose={() => setArrived(null)} />}</Suspense>
    </>
  );
}
