// Money the books already hold: a movement that is a recorded payment is recognised and never becomes money a second time.
import { type Calendar, workedDaysBetween } from '../calendar/index.ts';
import { type Currency, type CustomerId, cents, daysBetween } from '../kernel/index.ts';
import { decisionOf } from './decide.ts';
import type { Evidence, Explanation, MatchDecision } from './decision.ts';
import type { Scene } from './explain/scene.ts';
import type { MatchingFacts, MatchingPolicy, RecordedPayment, Transaction } from './facts.ts';
import { atomsOf } from './references/atoms.ts';
import { spellings } from './references/keys.ts';

const DEFAULT_DAYS = 5;
const FRANCE: Calendar = { alsaceMoselle: false, closedDays: [] };
/** No run of worked days is longer than four times its length: what is farther is not counted day by day. */
const LONGEST_STRETCH = 4;
const SHORTEST_REFERENCE = 5;

/** Chance of being wrong where the payment's own number is written, where its customer pays, and where a relative does. */
const WRONG = {
  named: 0.0002,
  payer_iban: 0.0005,
  payer_alias: 0.001,
  payer_name: 0.002,
  payer_group: 0.05,
  item: 0.002,
  nobody: 0.3,
};

const amountKey = (currency: Currency, amount: number): string => `${currency} ${amount}`;

type Candidate = Readonly<{ payment: RecordedPayment; evidence: readonly Evidence[]; wrong: number }>;

/** Payments of the books without a movement, by amount. Built once for a run. */
export class RecordedBook {
  private readonly byAmount = new Map<string, RecordedPayment[]>();
  private readonly undone: ReadonlySet<string>;
  private readonly calendar: Calendar;
  private readonly within: number;
  private readonly taken = new Set<number>();
  private readonly claims = new Map<number, Set<number>>();

  constructor(facts: MatchingFacts, policy: MatchingPolicy) {
    const payments = (facts.recordedPayments ?? []).toSorted((a, b) => a.paymentId - b.paymentId);
    for (const payment of payments) {
      const key = amountKey(payment.currency, payment.cents);
      const there = this.byAmount.get(key);
      if (there) there.push(payment);
      else this.byAmount.set(key, [payment]);
    }
    this.undone = new Set(facts.undoneRecognitions?.map((one) => `${one.transactionId} ${one.paymentId}`));
    this.calendar = facts.calendar ?? FRANCE;
    this.within = policy.recordedWithinWorkedDays ?? DEFAULT_DAYS;
  }

  /** Remembers which movements may be which payments: two movements for one payment are a tie. */
  claim(scene: Scene): void {
    for (const { payment } of this.candidates(scene)) {
      const there = this.claims.get(payment.paymentId) ?? new Set();
      this.claims.set(payment.paymentId, there.add(scene.transaction.transactionId));
    }
  }

  /** A payment that a movement was recognised as is no other's. */
  take(paymentId: number): void {
    this.taken.add(paymentId);
  }

  /** The decision about a movement as new money, or its recognition. */
  recognise(scene: Scene, asNewMoney: MatchDecision): MatchDecision {
    const candidates = this.candidates(scene);
    if (candidates.length === 0) return asNewMoney;
    const { transactionId } = scene.transaction;
    const explanations = candidates.map((one) => explanationOf(one, candidates, asNewMoney));
    const others = [asNewMoney.best, ...asNewMoney.alternatives].filter((one) => one !== null);
    const isAutomatic = this.isAlone(candidates, scene) && !contradicts(asNewMoney, candidates[0]);
    const decided = decisionOf(transactionId, isAutomatic ? 'auto' : 'suggest', [...explanations, ...others]);
    return { ...decided, couldSettle: [...new Set([...decided.couldSettle, ...asNewMoney.couldSettle])] };
  }

  /** One candidate, of one customer, that no other movement may be. */
  private isAlone([only, ...rest]: readonly Candidate[], { transaction, payers, policy }: Scene): boolean {
    if (!only || rest.length > 0 || only.wrong > policy.automaticBelow) return false;
    if ((this.claims.get(only.payment.paymentId)?.size ?? 1) > 1) return false;
    if (this.undone.has(`${transaction.transactionId} ${only.payment.paymentId}`)) return false;
    const strongest = payers.filter(({ evidence }) => evidence === payers[0]?.evidence);
    return only.evidence.includes('reference') || strongest.length <= 1;
  }

  /** Payments that the movement may be; those whose number it writes, where it writes one. */
  private candidates(scene: Scene): Candidate[] {
    const { transaction } = scene;
    const found = (this.byAmount.get(amountKey(transaction.currency, transaction.cents)) ?? [])
      .filter((payment) => !this.taken.has(payment.paymentId) && this.isNear(payment, transaction))
      .map((payment) => candidateOf(payment, scene))
      .filter((one) => one !== null);
    const named = found.filter(({ evidence }) => evidence.includes('reference'));
    return (named.length > 0 ? named : found).sort(
      (a, b) => a.wrong - b.wrong || a.payment.paymentId - b.payment.paymentId,
    );
  }

  private isNear({ paidOn }: RecordedPayment, { bookedOn }: Transaction): boolean {
    if (Math.abs(daysBetween(paidOn, bookedOn)) > this.within * LONGEST_STRETCH) return false;
    return Math.abs(workedDaysBetween(paidOn, bookedOn, this.calendar)) <= this.within;
  }
}

/** Whether a text writes the number of a payment: of a transfer, a cheque, a document. */
function isWritten(reference: string | null, { text }: Scene): boolean {
  const [, wanted] = spellings(atomsOf(reference ?? ''));
  if (wanted.length < SHORTEST_REFERENCE) return false;
  const [, written] = spellings(text.atoms);
  return text.atoms.some((_, at) => spellings(text.atoms.slice(at))[1].startsWith(wanted)) && written.includes(wanted);
}

/** Customers whose items the text names. */
function namedCustomers({ text, structured, book, transaction }: Scene): Set<CustomerId> {
  const mentions = [...text.mentions, ...(structured?.mentions ?? [])].filter(({ kind }) => kind !== 'short');
  const standings = mentions.flatMap(({ itemIds }) => itemIds.map((id) => book.standing(id, transaction.currency)));
  return new Set(standings.flatMap((standing) => (standing ? [standing.item.customerId] : [])));
}

function candidateOf(payment: RecordedPayment, scene: Scene): Candidate | null {
  const payer = scene.payers.find(({ customerId }) => customerId === payment.customerId)?.evidence;
  const evidence: Evidence[] = ['payment_recorded', ...(payer ? [payer] : []), 'amount_exact'];
  if (isWritten(payment.reference, scene))
    return { payment, evidence: ['payment_recorded', 'reference', ...evidence.slice(1)], wrong: WRONG.named };
  if (payer) return { payment, evidence, wrong: WRONG[payer] };
  const named = namedCustomers(scene);
  if (named.has(payment.customerId)) return { payment, evidence, wrong: WRONG.item };
  // Nobody is named at all: the amount and the days alone are worth a person's look.
  return named.size === 0 && scene.payers.length === 0 ? { payment, evidence, wrong: WRONG.nobody } : null;
}

/** An invoice that is open, written in the text and exactly paid, though the recorded payment is already applied to others. */
const contradicts = ({ decision, best }: MatchDecision, candidate: Candidate | undefined): boolean =>
  decision === 'auto' &&
  candidate?.payment.openCents !== candidate?.payment.cents &&
  (best?.evidence.some((code) => code === 'reference' || code === 'creditor_reference') ?? false);

/** The payment recognised; where it is not applied at all, with what the movement surely pays. */
function explanationOf(one: Candidate, all: readonly Candidate[], { decision, best }: MatchDecision): Explanation {
  const { payment, wrong, evidence } = one;
  const confidence = (1 - wrong) / all.length;
  const pays = decision === 'auto' && payment.openCents === payment.cents ? best : null;
  const isOfCustomer = pays?.customerIds.every((customerId) => customerId === payment.customerId);
  if (pays && isOfCustomer)
    return {
      ...pays,
      evidence: [...new Set([...evidence.filter((code) => code !== 'amount_exact'), ...pays.evidence])],
      confidence: Math.min(confidence, pays.confidence),
      paymentId: payment.paymentId,
    };
  return {
    allocations: [],
    customerIds: [payment.customerId],
    evidence,
    confidence,
    unappliedCents: cents(payment.openCents),
    spans: [],
    paymentId: payment.paymentId,
  };
}
