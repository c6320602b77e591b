// Recent: the customers and invoices that were opened from the search, on this device, company by company.

/** What is remembered of one. */
export type Recent = Readonly<{ kind: 'customer' | 'invoice'; id: number; label: string; detail: string }>;

const MOST = 6;
const keyOf = (place: string): string => `quittance.recent.${place}`;

const isRecent = (given: unknown): given is Recent =>
  typeof given === 'object' &&
  given !== null &&
  'kind' in given &&
  (given.kind === 'customer' || given.kind === 'invoice') &&
  'id' in given &&
  Number.isInteger(given.id) &&
  'label' in given &&
  typeof given.label === 'string' &&
  'detail' in given &&
  typeof given.detail === 'string';

/** Those of a place (organization and company), the newest first. */
export function readRecent(place: string): readonly Recent[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(place)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecent).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Puts one in front. */
export function remember(place: string, opened: Recent): void {
  const others = readRecent(place).filter(({ kind, id }) => kind !== opened.kind || id !== opened.id);
  try {
    localStorage.setItem(keyOf(place), JSON.stringify([opened, ...others].slice(0, MOST)));
  } catch {
    // Without storage nothing is remembered.
  }
}
