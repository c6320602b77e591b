// An item of the search: what it is called, what stands beside it, and what choosing it does.
import type { LucideIcon } from 'lucide-react';

/** Groups in the order they are shown. */
export const GROUPS = ['recent', 'customers', 'invoices', 'screens', 'deeds'] as const;

/** A group of items. */
export type Group = (typeof GROUPS)[number];

/** What the search asks for next: anything, a customer for a deed, or a day. */
export type Mode = 'all' | 'customer' | 'day';

/** One line. */
export type Item = Readonly<{
  id: string;
  group: Group;
  icon: LucideIcon;
  label: string;
  /** Under the label. */
  detail?: string;
  /** At the end of the line: an amount. */
  figure?: string;
  /** Words that find it besides its label. */
  keywords?: string;
  /** True keeps the search open: it asks for something more. */
  choose: () => boolean | undefined;
}>;

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether every word typed is in the label or the keywords, accents and case aside. */
export function matches({ label, keywords = '' }: Pick<Item, 'label' | 'keywords'>, typed: string): boolean {
  const hay = plain(`${label} ${keywords}`);
  return plain(typed)
    .split(/\s+/)
    .every((word) => hay.includes(word));
}

const DAY = /^(\d{1,2})[\s./-](\d{1,2})[\s./-](\d{4})$/;

/** A day as people write it, `31/12/2025` or `2025-12-31`; null where it is none. */
export function readDay(typed: string): string | null {
  const text = typed.trim();
  const [, d = '', m = '', y = ''] = DAY.exec(text) ?? [];
  const iso = y ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : text;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const at = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== iso ? null : iso;
}
