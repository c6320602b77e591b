// Invoice: its state, why it is chased or not, its terms, what paid it, its interest, its document, its history, where it comes from.
import './words.ts';
import { ActionIcon, Anchor, Button, Group, List, Stack, Tooltip } from '@mantine/core';
import { useClipboard, useHotkeys } from '@mantine/hooks';
import { type InvoiceView, invoices } from '@quittance/contracts/api';
import type { InvoiceId } from '@quittance/core/kernel';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight, Copy, Pause } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useRead } from '../../api/index.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { Answer, PageHeader, useToast } from '../../page/index.ts';
import { useMay } from '../../session/index.ts';
import { Allocations } from './allocations/allocations.tsx';
import { DocumentSection } from './page/document.tsx';
import { Section } from './page/figure.tsx';
import { Holds } from './page/holds.tsx';
import { Interest } from './page/interest.tsx';
import { neighboursOf } from './page/neighbours.ts';
import { Summary } from './page/summary.tsx';
import { Terms } from './page/terms.tsx';
import { Timeline } from './page/timeline.tsx';
import { Why } from './page/why.tsx';

const HoldDialog = lazy(() => import('./page/hold-dialog.tsx').then((m) => ({ default: m.HoldDialog })));
const InvoiceClaims = lazy(() => import('../payments/invoice-claims.tsx').then((m) => ({ default: m.InvoiceClaims })));

const route = getRouteApi('/shell/invoices/$invoiceId');
const ICON = 16;

function Sources({ invoice }: Readonly<{ invoice: InvoiceView }>) {
  const { t } = useWords('invoices');
  const { instant, number } = useFormats();
  if (invoice.sources.length === 0) return null;
  return (
    <Section title={t('sources')}>
      <List size="sm">
        {invoice.sources.map(({ fileName, row, importedAt }) => (
          <List.Item key={`${fileName} ${row} ${importedAt}`}>
            {row === null
              ? t('sourceFile', { file: fileName, at: instant(importedAt) })
              : t('sourceLine', { file: fileName, row: number(row), at: instant(importedAt) })}
          </List.Item>
        ))}
      </List>
    </Section>
  );
}

/** Copy (C) and hold (S), beside the title. */
function Deeds({ invoice }: Readonly<{ invoice: InvoiceView }>) {
  const { t } = useWords('invoices');
  const may = useMay();
  const toast = useToast();
  const clipboard = useClipboard();
  const [isHolding, setHolding] = useState(false);
  const canHold = may('hold.write') && invoice.openCents > 0;
  const copy = () => {
    clipboard.copy(invoice.number);
    toast.done(t('copied', { number: invoice.number }));
  };
  useHotkeys([
    ['c', copy],
    ['s', () => canHold && setHolding(true)],
  ]);
  return (
    <>
      <Button variant="default" leftSection={<Copy size={ICON} aria-hidden />} aria-keyshortcuts="C" onClick={copy}>
        {t('copy')}
      </Button>
      {canHold && (
        <Button
          variant="default"
          leftSection={<Pause size={ICON} aria-hidden />}
          aria-keyshortcuts="S"
          onClick={() => setHolding(true)}
        >
          {t('hold.add')}
        </Button>
      )}
      {isHolding && (
        <Suspense fallback={null}>
          <HoldDialog invoice={invoice} onClose={() => setHolding(false)} />
        </Suspense>
      )}
    </>
  );
}

/** The invoice before (K) and after (J) in the list. */
function Neighbours({ invoiceId }: Readonly<{ invoiceId: number }>) {
  const { t } = useWords('invoices');
  const navigate = useNavigate();
  const { before, after } = neighboursOf(invoiceId);
  const go = (id: number | undefined) => {
    if (id !== undefined) void navigate({ to: '/invoices/$invoiceId', params: { invoiceId: String(id) } });
  };
  useHotkeys([
    ['j', () => go(after)],
    ['k', () => go(before)],
  ]);
  if (before === undefined && after === undefined) return null;
  return (
    <Group gap={4}>
      <Tooltip label={t('before')}>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('before')}
          aria-keyshortcuts="K"
          disabled={before === undefined}
          onClick={() => go(before)}
        >
          <ChevronLeft size={ICON} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('after')}>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('after')}
          aria-keyshortcuts="J"
          disabled={after === undefined}
          onClick={() => go(after)}
        >
          <ChevronRight size={ICON} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}

function Invoice({ invoice }: Readonly<{ invoice: InvoiceView }>) {
  const { t } = useWords('invoices');
  return (
    <Stack gap="xl">
      <div>
        <PageHeader title={`${t('number')} ${invoice.number}`}>
          <Deeds invoice={invoice} />
          <Neighbours invoiceId={invoice.invoiceId} />
        </PageHeader>
        <Summary invoice={invoice} />
      </div>
      <Holds invoice={invoice} />
      <Why invoice={invoice} />
      <Terms invoice={invoice} />
      <Allocations invoice={invoice} />
      {invoice.terms.some(({ daysLate }) => daysLate > 0) || invoice.openCents === 0 ? (
        <>
          <Interest invoice={invoice} />
          <Suspense fallback={null}>
            <InvoiceClaims invoice={invoice} />
          </Suspense>
        </>
      ) : null}
      <DocumentSection invoice={invoice} />
      <Timeline invoice={invoice} />
      <Sources invoice={invoice} />
    </Stack>
  );
}

/** The screen. */
export function InvoicePage() {
  const { t } = useWords('invoices');
  const { invoiceId } = route.useParams();
  const answer = useRead(invoices.get, { params: { invoiceId: Number(invoiceId) as InvoiceId } }, { keep: true });
  return (
    <>
      <Anchor component={Link} to="/invoices" size="sm">
        {t('back')}
      </Anchor>
      <Answer of={answer}>{(invoice) => <Invoice key={invoice.invoiceId} invoice={invoice} />}</Answer>
    </>
  );
}
