// Board: what every part of the dashboard is given, and how its numbers and ways are made.
import type { DashboardView } from '@quittance/contracts/api';
import { addDays, type Day } from '@quittance/core/kernel';
import { useFormats, useWords } from '../../i18n/index.ts';
import type { Delta, Way } from './figure.tsx';

/** The filters of the address bar. */
export type BoardFilter = Readonly<{
  segment?: string | undefined;
  owner?: string | undefined;
  on?: string | undefined;
}>;

/** The answer, and the filters it was asked with. */
export type Board = Readonly<{ view: DashboardView; filter: BoardFilter }>;

/** Ways that keep segment, owner and day. */
export function waysOf({ view, filter }: Board) {
  const { segment, owner, on } = filter;
  const invoices = (search: Record<string, string>): Way => ({
    to: '/invoices',
    search: { ...search, segment, owner },
  });
  const to = view.on as Day;
  return {
    balance: { to: '/aged-balance', search: { segment, owner, on } } satisfies Way,
    disputed: { to: '/aged-balance', search: { segment, owner, on, sort: '-disputed' } } satisfies Way,
    overdue: invoices({ status: 'overdue' }),
    newlyLate: invoices({ open: 'true', dueFrom: addDays(to, -7), dueTo: addDays(to, -1) }),
    current: invoices({ open: 'true', dueFrom: to }),
    sales: invoices({ issuedFrom: addDays(to, 1 - view.indicators.days), issuedTo: to }),
    paid: invoices({ status: 'paid', sort: '-due' }),
    invoices,
  };
}

/** Numbers as people read them, and what changed. */
export function useNumbers({ view }: Board) {
  const { t, language } = useWords('dashboard');
  const { money } = useFormats();
  const plain = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: 1 });
  const short = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    notation: 'compact',
    maximumFractionDigits: 1,
  });
  const cash = (cents: number) => money(cents, view.currency);
  const days = (value: number | null) => (value === null ? '–' : t('days', { value: plain.format(value) }));
  const percent = (value: number | null) => (value === null ? '–' : t('percent', { value: plain.format(value) }));
  const change = (now: number | null, before: number | null, write: (n: number) => string): Delta | null =>
    now === null || before === null
      ? null
      : { by: write(Math.abs(now - before)), sign: Math.sign(now - before), since: view.weekBeforeOn };
  return { cash, days, percent, change, short: (cents: number) => short.format(cents / 100), plain: plain.format };
}
