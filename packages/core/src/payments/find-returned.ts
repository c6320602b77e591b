// Finding the payment that a movement gives back: a cheque not honoured, a direct debit refused, a transfer sent back.
import { addMonths, type Cents, type Currency, type Day, type PaymentId } from '../kernel/index.ts';

/** A direct debit without authorisation may be claimed back for thirteen months (SEPA core rulebook 4.3.4; art. L133-24 CMF). */
export const RETURN_MONTHS = 13;

/** Money the bank took back, as its statement tells it. */
export type ReturnedMovement = Readonly<{
  on: Day;
  /** Positive. */
  cents: Cents;
  currency: Currency;
  endToEndId: string | null;
  mandateId: string | null;
  /** Everything the bank wrote where a reference may stand: label, bank and creditor reference. */
  text: string;
  counterpartyName: string | null;
}>;

/** A payment that may have come back. */
export type ReturnablePayment = Readonly<{
  paymentId: PaymentId;
  on: Day;
  /** What has not left the payment again yet. */
  leftCents: Cents;
  cents: Cents;
  currency: Currency;
  endToEndId: string | null;
  mandateId: string | null;
  /** Cheque number, reference of the payer; empty where none is known. */
  reference: string;
  /** Names the customer or payer is known by. */
  names: readonly string[];
}>;

/** Why a payment is believed to be the one, the strongest first. */
export type ReturnEvidence = 'end_to_end_id' | 'mandate' | 'reference' | 'amount_and_name';

/** The only payment that fits best, several that fit equally well, or none. A tie is never decided alone. */
export type FoundReturn =
  | Readonly<{ kind: 'certain'; paymentId: PaymentId; evidence: ReturnEvidence }>
  | Readonly<{ kind: 'suggested'; paymentIds: readonly PaymentId[]; evidence: ReturnEvidence }>
  | Readonly<{ kind: 'none' }>;

const SHORTEST_REFERENCE = 5;
const NOT_GIVEN = new Set(['', 'NOTPROVIDED', 'NONREF']);

const bare = (text: string | null): string =>
  (text ?? '')
    .normalize('NFD')
    .replace(/[^a-zA-Z0-9]/g, '')
    .toUpperCase();

const isSame = (a: string | null, b: string | null): boolean => !NOT_GIVEN.has(bare(a)) && bare(a) === bare(b);

const isSameAmount = (movement: ReturnedMovement, payment: ReturnablePayment): boolean =>
  payment.cents === movement.cents;

const names = (movement: ReturnedMovement, { reference }: ReturnablePayment): boolean =>
  bare(reference).length >= SHORTEST_REFERENCE && bare(movement.text).includes(bare(reference));

const isFrom = (movement: ReturnedMovement, payment: ReturnablePayment): boolean => {
  const told = [bare(movement.counterpartyName), bare(movement.text)];
  return payment.names.map(bare).some((name) => name !== '' && told.some((text) => text.includes(name)));
};

type Test = (movement: ReturnedMovement, payment: ReturnablePayment) => boolean;

const TESTS: readonly Readonly<{ evidence: ReturnEvidence; holds: Test }>[] = [
  { evidence: 'end_to_end_id', holds: (m, p) => isSame(m.endToEndId, p.endToEndId) },
  { evidence: 'mandate', holds: (m, p) => isSame(m.mandateId, p.mandateId) && isSameAmount(m, p) },
  { evidence: 'reference', holds: (m, p) => names(m, p) && isSameAmount(m, p) },
  { evidence: 'amount_and_name', holds: (m, p) => isSameAmount(m, p) && isFrom(m, p) },
];

/** Whether a payment may have come back at all: it came before, not too long ago, and so much of it has not left again. */
export const isReturnable = (movement: ReturnedMovement, payment: ReturnablePayment): boolean =>
  payment.currency === movement.currency &&
  payment.on <= movement.on &&
  payment.on >= addMonths(movement.on, -RETURN_MONTHS) &&
  payment.leftCents >= movement.cents;

/** The strongest evidence that any payment has decides; what only weaker evidence speaks for is passed over. */
export function findReturned(movement: ReturnedMovement, payments: readonly ReturnablePayment[]): FoundReturn {
  const possible = payments.filter((payment) => isReturnable(movement, payment));
  for (const { evidence, holds } of TESTS) {
    const found = possible.filter((payment) => holds(movement, payment)).map(({ paymentId }) => paymentId);
    const [only] = found;
    if (only !== undefined && found.length === 1) return { kind: 'certain', paymentId: only, evidence };
    if (found.length > 1) return { kind: 'suggested', paymentIds: found, evidence };
  }
  return { kind: 'none' };
}
