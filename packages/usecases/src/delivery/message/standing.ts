// Standing: the amounts a message speaks of, as one text. Words edited on one standing are not sent on another.
import type { MessageView } from '@quittance/core/letters';

/** Sum, lines, credits, penalties, and the deadline where the law counts it. The days late are left out: they only grow. */
export function standingOf(view: MessageView): string {
  const penalties = view.penalties.mode === 'none' ? 0 : view.penalties.totalCents;
  return JSON.stringify([
    view.currency,
    view.totalCents,
    view.lines.map((line) => [line.number, line.openCents]),
    view.credits.map((credit) => [credit.number, credit.cents]),
    penalties,
    view.tone === 'formal' ? view.deadlineOn : null,
  ]);
}
