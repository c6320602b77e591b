// Late fees claimed on an invoice: each with what is left of it and what becomes of it, and the way to claim what is not claimed yet.
import './words.ts';
import { Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import { type ClaimView, claims, type InvoiceView } from '@quittance/contracts/api';
import { Amount } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useRead, useWrite } from '../../api/index.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { Answer, useToast } from '../../page/index.ts';
import { useActor, useMay } from '../../session/index.ts';
import { PAYMENT_READS } from './stale.ts';

const ClaimDialog = lazy(() => import('./claim-dialog.tsx').then((m) => ({ default: m.ClaimDialog })));
const CHOICES = ['keep', 'waive', 'show'] as const;
const MOST = 50;

function stateOf(claim: ClaimView): 'waived' | 'paid' | 'shown' | 'open' {
  if (claim.waivedOn !== null) return 'waived';
  if (claim.openCents === 0) return 'paid';
  return claim.isShownOnly ? 'shown' : 'open';
}

function Deeds({ claim }: Readonly<{ claim: ClaimView }>) {
  const { t } = useWords('payments');
  const toast = useToast();
  const decide = useWrite(claims.decide, PAYMENT_READS);
  const waive = useWrite(claims.waive, PAYMENT_READS);
  const undo = useWrite(claims.undo, PAYMENT_READS);
  const params = { claimId: claim.claimId };
  const choose = (disposition: (typeof CHOICES)[number]) =>
    decide.mutate(
      { params, body: { disposition } },
      {
        onSuccess: () =>
          toast.done(t('claim.decided'), {
            undo: () => decide.mutateAsync({ params, body: { disposition: claim.disposition } }),
          }),
        onError: toast.refused,
      },
    );
  const giveUp = () =>
    waive.mutate(
      { params, body: {} },
      {
        onSuccess: () =>
          toast.done(t('claim.waivedDone'), { undo: () => undo.mutateAsync({ params, body: { of: 'waiver' } }) }),
        onError: toast.refused,
      },
    );
  if (claim.openCents === 0) return null;
  return (
    <Group gap="xs">
      <Select
        aria-label={t('claim.whenPaid')}
        size="xs"
        data={CHOICES.map((value) => ({ value, label: t(`disposition.${value}`) }))}
        value={claim.disposition}
        allowDeselect={false}
        onChange={(value) => value && choose(value)}
      />
      <Button size="compact-sm" variant="default" onClick={giveUp} loading={waive.isPending}>
        {t('claim.waive')}
      </Button>
    </Group>
  );
}

function Claim({ claim }: Readonly<{ claim: ClaimView }>) {
  const { t, language } = useWords('payments');
  const { day, money } = useFormats();
  const actorOf = useActor();
  const may = useMay();
  const choice = t(`disposition.${claim.disposition}`).toLocaleLowerCase(language);
  const period = claim.fromOn && claim.toOn ? t('claim.days', { from: day(claim.fromOn), to: day(claim.toOn) }) : '';
  return (
    <Group justify="space-between" gap="sm" component="li">
      <div style={{ flex: '1 1 24rem', minWidth: 0 }}>
        <Link to="/invoices/$invoiceId" params={{ invoiceId: String(claim.invoiceId) }}>
          {claim.number}
        </Link>{' '}
        · {t(`claim.kind.${claim.kind}`)} {period} · <Amount cents={claim.cents} currency={claim.currency} strong />
        <Text size="sm" c="dimmed">
          {t(`claim.state.${stateOf(claim)}`, { open: money(claim.openCents, claim.currency) })} ·{' '}
          {t('claim.by', { name: actorOf(claim.claimedBy), day: day(claim.claimedOn) })}
          {claim.openCents > 0 && ` · ${t('claim.decidedBy', { choice, name: actorOf(claim.decidedBy) })}`}
        </Text>
      </div>
      {may('payment.write') && <Deeds claim={claim} />}
    </Group>
  );
}

/** The list, and the button that claims. Nothing is drawn where there is neither. */
export function InvoiceClaims({ invoice }: Readonly<{ invoice: InvoiceView }>) {
  const { t } = useWords('payments');
  const may = useMay();
  const [isClaiming, setClaiming] = useState(false);
  const answer = useRead(claims.list, { query: { invoiceId: invoice.invoiceId, size: MOST } });
  // Late fees bear none themselves.
  const isFee = answer.data?.items.some((claim) => claim.invoiceId === invoice.invoiceId) ?? false;
  return (
    <Stack component="section" gap="xs" aria-label={t('claim.title')}>
      <Answer of={answer}>
        {({ items }) =>
          items.length > 0 && (
            <>
              <Title order={3} fz="md">
                {t('claim.title')}
              </Title>
              <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
                {items.map((claim) => (
                  <Claim key={claim.claimId} claim={claim} />
                ))}
              </Stack>
            </>
          )
        }
      </Answer>
      {may('payment.write') && answer.data && !isFee && (
        <div>
          <Button variant="default" onClick={() => setClaiming(true)}>
            {t('claim.open')}
          </Button>
        </div>
      )}
      {isClaiming && (
        <Suspense fallback={null}>
          <ClaimDialog invoice={invoice} onClose={() => setClaiming(false)} />
        </Suspense>
      )}
    </Stack>
  );
}
