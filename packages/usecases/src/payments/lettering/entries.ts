// Entries of the lettering export: the account each deed goes to (plan comptable général), and the lines of closed groups.
import type { Day } from '@quittance/core/kernel';
import type { FecEntry, FecLine, LetterGroup } from '@quittance/core/lettering';
import type { LetteringFact } from '@quittance/db/payments';

/** The letter of a fact. */
export type Lettered = Readonly<{ code: string; on: Day }>;

type Account = Readonly<{ number: string; name: string }>;

const CUSTOMERS: Account = { number: '411000', name: 'Clients' };
const BANK: Account = { number: '512000', name: 'Banque' };
// Between two customers: the other half clears the account.
const INTERNAL: Account = { number: '471000', name: 'Compte d’attente' };

/** Counterpart by what the fact is (PCG, classes 4 to 7). */
const COUNTERPARTS: Readonly<Record<string, Account>> = {
  payment: BANK,
  return: BANK,
  refund: BANK,
  moved_in: INTERNAL,
  moved_out: INTERNAL,
  misattributed: BANK,
  gain: { number: '758000', name: 'Produits divers de gestion courante' },
  write_off: { number: '658000', name: 'Charges diverses de gestion courante' },
  discount: { number: '665000', name: 'Escomptes accordés' },
  bank_fee: { number: '627000', name: 'Services bancaires et assimilés' },
  exchange: { number: '656000', name: 'Pertes de change sur créances commerciales' },
  late_fee: { number: '763100', name: 'Revenus sur créances commerciales' },
  waiver: { number: '763100', name: 'Revenus sur créances commerciales' },
};

const LABELS: Readonly<Record<string, string>> = {
  payment: 'Encaissement',
  return: 'Rejet d’encaissement',
  refund: 'Remboursement',
  moved_in: 'Encaissement reçu d’un autre compte',
  moved_out: 'Encaissement porté à un autre compte',
  misattributed: 'Encaissement attribué par erreur',
  cancelled: 'Annulation',
  gain: 'Écart conservé',
  write_off: 'Petit écart abandonné',
  discount: 'Escompte',
  bank_fee: 'Frais bancaires',
  exchange: 'Écart de change',
  late_fee: 'Pénalités de retard',
  waiver: 'Abandon de pénalités',
};

const customerLine = (fact: LetteringFact, letter: Lettered | null): FecLine => ({
  account: CUSTOMERS.number,
  accountName: CUSTOMERS.name,
  auxiliary: fact.customerRef,
  auxiliaryName: fact.customerName,
  cents: fact.cents,
  letter,
});

const otherLine = ({ number, name }: Account, cents: number): FecLine => ({
  account: number,
  accountName: name,
  auxiliary: '',
  auxiliaryName: '',
  cents,
  letter: null,
});

const counterpartOf = (fact: LetteringFact): Account => COUNTERPARTS[fact.cancels || fact.kind] ?? INTERNAL;

function ownEntry(fact: LetteringFact, letter: Lettered | null): FecEntry {
  const counterpart = counterpartOf(fact);
  const isBank = counterpart === BANK;
  const number = fact.id.toUpperCase();
  return {
    journal: isBank ? 'BQ' : 'OD',
    journalName: isBank ? 'Banque' : 'Opérations diverses',
    number,
    on: fact.on,
    piece: fact.number || number,
    pieceOn: fact.on,
    label: `${LABELS[fact.kind] ?? 'Opération'} ${fact.customerName}`,
    lines: [customerLine(fact, letter), otherLine(counterpart, -fact.cents)],
  };
}

/** One balanced entry for each fact made here: journal BQ where the bank moved, OD otherwise. What cancels goes to the account it clears. */
export const ownEntries = (facts: readonly LetteringFact[], letters: ReadonlyMap<string, Lettered>): FecEntry[] =>
  facts.map((fact) => ownEntry(fact, letters.get(fact.id) ?? null));

/** All lines of a closed group as one entry of journal LET: debits equal credits, each line bears the code. */
export const groupEntry = ({ code, on }: LetterGroup, facts: readonly LetteringFact[]): FecEntry => ({
  journal: 'LET',
  journalName: 'Lettrage',
  number: `LET-${facts[0]?.customerRef ?? ''}-${code}`,
  on,
  piece: facts.find((fact) => fact.cents > 0)?.number || code,
  pieceOn: on,
  label: `Lettrage ${code} ${facts[0]?.customerName ?? ''}`,
  lines: facts.map((fact) => customerLine(fact, { code, on })),
});
