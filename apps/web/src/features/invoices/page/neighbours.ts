// Neighbours: the invoice before and after in the list the reader came from; it lasts as long as the tab.
const PLACE = 'quittance.invoices.list';

/** Keeps the order of the list that is shown. */
export function keepNeighbours(ids: readonly number[]): void {
  try {
    sessionStorage.setItem(PLACE, JSON.stringify(ids));
  } catch {
    // Without storage there are no neighbours, and nothing else is lost.
  }
}

const read = (): readonly number[] => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(PLACE) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id): id is number => typeof id === 'number') : [];
  } catch {
    return [];
  }
};

/** The invoices beside one, where the list had them. */
export function neighboursOf(invoiceId: number): Readonly<{ before: number | undefined; after: number | undefined }> {
  const ids = read();
  const at = ids.indexOf(invoiceId);
  return at < 0 ? { before: undefined, after: undefined } : { before: ids[at - 1], after: ids[at + 1] };
}
