// Offset: when a step is due, in words.
import type { Say } from '../i18n/index.ts';

/** Where a step stands on the ladder. */
export type StepPlace = Readonly<{ anchor: 'due' | 'sent' | 'previous'; offsetDays: number }>;

/** "15 jours après l’échéance". */
export function offsetWords(t: Say, { anchor, offsetDays }: StepPlace): string {
  if (anchor === 'due' && offsetDays === 0) return t('words:offset.on_due');
  if (anchor === 'due')
    return t(offsetDays > 0 ? 'words:offset.after_due' : 'words:offset.before_due', { count: Math.abs(offsetDays) });
  return t(anchor === 'sent' ? 'words:offset.after_sent' : 'words:offset.after_previous', { count: offsetDays });
}
