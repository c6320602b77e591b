// Items: what the search shows for what is typed, group by group.

import { useRouter } from '@tanstack/react-router';
import { CalendarDays } from 'lucide-react';
import { useFormats, useWords } from '../../i18n/index.ts';
import { GROUPS, type Item, type Mode, matches, readDay } from './item.ts';
import { useDeeds } from './use-deeds.ts';
import { useFound } from './use-found.ts';

type Asked = Readonly<{
  typed: string;
  /** What was typed a moment ago: only this is asked of the server. */
  settled: string;
  mode: Mode;
  ask: (mode: Mode) => void;
}>;

/** A day typed leads to the aged balance of that day. */
function useAgedOn(typed: string): readonly Item[] {
  const { t } = useWords('palette');
  const { day } = useFormats();
  const router = useRouter();
  const on = readDay(typed);
  if (!on) return [];
  const choose = () => void router.navigate({ href: `/aged-balance?on=${on}` });
  return [
    { id: `aged-${on}`, group: 'deeds', icon: CalendarDays, label: t('deed.agedOnDay', { day: day(on) }), choose },
  ];
}

const inOrder = (items: readonly Item[]): Item[] =>
  GROUPS.flatMap((group) => items.filter((item) => item.group === group));

/** Items in the order they are shown; `isReady` once they are all there. */
export function useItems({ typed, settled, mode, ask }: Asked) {
  const found = useFound(settled, mode);
  const deeds = useDeeds(ask);
  const aged = useAgedOn(typed);
  const text = typed.trim();
  const fitting = mode === 'all' ? deeds.filter((item) => text === '' || matches(item, text)) : [];
  // Enter must never open what was found for fewer letters.
  const isOld = found.isOld || typed !== settled;
  const fits = ({ label, detail = '' }: Item) => matches({ label, keywords: detail }, text);
  const those = isOld ? found.items.filter(fits) : found.items;
  return {
    items: inOrder(mode === 'day' ? aged : [...those, ...aged, ...fitting]),
    isReady: found.isReady && typed === settled,
    error: found.error,
  };
}
