// Found: customers and invoices that the server finds for what is typed, as items; those opened recently while nothing is.
import { type FoundView, search } from '@quittance/contracts/api';
import { useRouter } from '@tanstack/react-router';
import { FileText, Users } from 'lucide-react';
import { useRead } from '../../api/index.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { useSession } from '../../session/index.ts';
import type { Item, Mode } from './item.ts';
import { type Recent, readRecent, remember } from './recent.ts';

const ICONS = { customer: Users, invoice: FileText } as const;
const PATHS = { customer: '/customers', invoice: '/invoices' } as const;
const MIN_LETTERS = 2;

type Line = Pick<Item, 'group' | 'label'> & Partial<Pick<Item, 'detail' | 'figure'>>;

function useOpen(mode: Mode) {
  const router = useRouter();
  const { data } = useSession();
  const place = `${data?.current?.org}.${data?.current?.company}`;
  const item = (line: Line, opened: Recent): Item => ({
    ...line,
    id: `${line.group}-${opened.kind}-${opened.id}`,
    icon: ICONS[opened.kind],
    choose: () => {
      remember(place, opened);
      const href = `${PATHS[opened.kind]}/${opened.id}${mode === 'customer' ? '#note' : ''}`;
      void router.navigate({ href });
      return undefined;
    },
  });
  return { place, item };
}

function useSentences() {
  const { t } = useWords('palette');
  const { money } = useFormats();
  const owes = ({ openCents, overdueCents }: FoundView['customers'][number], currency: string): string => {
    if (openCents === 0) return t('customer.clear');
    return overdueCents > 0 ? t('customer.overdue', { amount: money(overdueCents, currency) }) : t('customer.fine');
  };
  const isLeft = ({ openCents, grossCents, currency }: FoundView['invoices'][number]): string | undefined =>
    openCents > 0 && openCents < grossCents ? t('invoice.open', { amount: money(openCents, currency) }) : undefined;
  const states = ({ statuses }: FoundView['invoices'][number]): string =>
    statuses.map((status) => t(`words:status.${status}`)).join(', ');
  return { owes, isLeft, states, money };
}

/** What is found; `isReady` once the answer is to what is typed now, `isOld` while it is to what was typed before. */
export function useFound(typed: string, mode: Mode) {
  const text = typed.trim();
  const isAsked = text.length >= MIN_LETTERS && mode !== 'day';
  const found = useRead(search.find, { query: { text } }, { enabled: isAsked, keep: true });
  const { item, place } = useOpen(mode);
  const { owes, isLeft, states, money } = useSentences();
  if (!isAsked) {
    const recent = text === '' && mode !== 'day' ? readRecent(place) : [];
    const items = recent
      .filter(({ kind }) => mode === 'all' || kind === 'customer')
      .map((opened) => item({ group: 'recent', label: opened.label, detail: opened.detail }, opened));
    return { items, isReady: true, isOld: false, error: null };
  }
  const { customers = [], invoices = [], currency = 'EUR' } = found.data ?? {};
  const items = [
    ...customers.map((one) =>
      item(
        {
          group: 'customers',
          label: one.name,
          detail: `${one.ref} · ${owes(one, currency)}`,
          figure: money(one.openCents, currency),
        },
        { kind: 'customer', id: one.customerId, label: one.name, detail: one.ref },
      ),
    ),
    ...(mode === 'customer' ? [] : invoices).map((one) =>
      item(
        {
          group: 'invoices',
          label: one.number,
          detail: [one.customerName, states(one), isLeft(one)].filter(Boolean).join(' · '),
          figure: money(one.grossCents, one.currency),
        },
        { kind: 'invoice', id: one.invoiceId, label: one.number, detail: one.customerName },
      ),
    ),
  ];
  return { items, isReady: !found.isFetching, isOld: found.isPlaceholderData, error: found.error };
}
