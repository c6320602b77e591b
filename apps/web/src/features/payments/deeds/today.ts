// Today: the reader's day, as deeds start from it; the server judges what is in the future.
import type { Day } from '@quittance/core/kernel';

/** The day in France. */
export const today = (): Day =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date()) as Day;
