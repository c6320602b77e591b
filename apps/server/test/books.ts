// Small books for door tests: a FEC of invoices, each on its own entry, some of them paid and lettered. All invented.

/** An invoice of the books; `paidOn` letters it with a payment of that day. */
export type BookedInvoice = Readonly<{
  customer: string;
  name: string;
  number: string;
  on: string;
  cents: number;
  paidOn?: string;
}>;

const HEADER =
  'JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise';

const euros = (cents: number): string => `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`;
const compact = (day: string): string => day.replaceAll('-', '');

/** The books as a FEC text, tab-separated, balanced entry by entry. */
export function fecOf(invoices: readonly BookedInvoice[]): string {
  const lines = [HEADER];
  let entry = 0;
  const write = (
    journal: string,
    day: string,
    account: string,
    aux: readonly [string, string],
    piece: string,
    sides: readonly [number, number],
    letter: readonly [string, string],
  ) =>
    lines.push(
      [
        journal,
        journal === 'VE' ? 'Ventes' : 'Banque',
        entry,
        compact(day),
        account,
        account,
        ...aux,
        piece,
        compact(day),
        piece,
        euros(sides[0]),
        euros(sides[1]),
        ...letter,
        compact(day),
        '',
        '',
      ].join('\t'),
    );
  for (const [index, { customer, name, number, on, cents, paidOn }] of invoices.entries()) {
    const letter: readonly [string, string] = paidOn ? [`L${index}`, compact(paidOn)] : ['', ''];
    entry += 1;
    write('VE', on, '411000', [customer, name], number, [cents, 0], letter);
    write('VE', on, '706000', ['', ''], number, [0, cents], ['', '']);
    if (!paidOn) continue;
    entry += 1;
    write('BQ', paidOn, '512000', ['', ''], `VIR ${number}`, [cents, 0], ['', '']);
    write('BQ', paidOn, '411000', [customer, name], `VIR ${number}`, [0, cents], letter);
  }
  return `${lines.join('\r\n')}\r\n`;
}
