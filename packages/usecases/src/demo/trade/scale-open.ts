// Scales the crowd so that what is open today is about what the demo promises, whatever the season: the total, then the overdue share.
import { addDays, type Day, daysBetween } from '@quittance/core/kernel';
import type { SaleDraft } from './crowd-sales.ts';
import { workedBefore } from './days.ts';

/** Cents aimed at: everything open, and the overdue part of it. */
export type OpenTarget = Readonly<{ totalCents: number; overdueCents: number }>;

const RECENT_DAYS = 9;
const YOUNGEST_SETTLED = 14;

const isOpen = (draft: SaleDraft): boolean => draft.paidOn === null;
const sum = (drafts: readonly SaleDraft[]): number => drafts.reduce((total, draft) => total + draft.rawCents, 0);

// Those late the longest pay first, on the last worked days.
const settleDownTo = (drafts: readonly SaleDraft[], limit: number, today: Day): ReadonlySet<SaleDraft> => {
  const late = drafts
    .filter((draft) => isOpen(draft) && daysBetween(draft.dueOn, today) >= YOUNGEST_SETTLED)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : b.rawCents - a.rawCents));
  let left = sum(drafts.filter((draft) => isOpen(draft) && draft.dueOn < today));
  const settled = new Set<SaleDraft>();
  for (const draft of late) {
    if (left - draft.rawCents < limit) continue;
    settled.add(draft);
    left -= draft.rawCents;
  }
  return settled;
};

/** The drafts with whole-cent scaled amounts; the overdue ones beyond the target were paid these last days. */
export function scaleOpen(drafts: readonly SaleDraft[], target: OpenTarget, today: Day): readonly SaleDraft[] {
  const notDue = sum(drafts.filter((draft) => isOpen(draft) && draft.dueOn >= today));
  const factor = (target.totalCents - target.overdueCents) / Math.max(notDue, 1);
  const settled = settleDownTo(drafts, target.overdueCents / factor, today);
  let turn = 0;
  return drafts.map((draft) => {
    const rawCents = Math.max(100, Math.round(draft.rawCents * factor));
    if (!settled.has(draft)) return { ...draft, rawCents };
    turn += 1;
    return { ...draft, rawCents, paidOn: workedBefore(addDays(today, -1 - (turn % RECENT_DAYS))) };
  });
}
