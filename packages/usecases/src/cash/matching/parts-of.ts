// Parts of an explanation: what the engine found, as one payment for each customer with what it pays, the credits used and the difference closed.
import type { CreditNoteId, CustomerId, ReceivableId } from '@quittance/core/kernel';
import type { Explanation, OpenItem, Transaction } from '@quittance/core/reconciliation';
import type { AdjustmentNature, DecisionPart } from '@quittance/db/cash';

/** An item's row: the engine's numbers carry both tables, even for terms, odd for credit notes. */
const rowOf = (itemId: number): number => Math.floor(itemId / 2);

type Taken = Readonly<{ item: OpenItem; openCents: number; cents: number }>;
type Use = Readonly<{ credits: DecisionPart['credits'][number][]; allocations: DecisionPart['allocations'][number][] }>;

/** Credit notes pay first, in order; money pays the rest of each term. */
function spread(debts: readonly Taken[], notes: readonly Taken[]): Use {
  const left = notes.map(({ item, cents }) => ({ creditNoteId: rowOf(item.itemId) as CreditNoteId, cents }));
  const use: Use = { credits: [], allocations: [] };
  for (const { item, cents } of debts) {
    const receivableId = rowOf(item.itemId) as ReceivableId;
    let owed = cents as number;
    for (const note of left) {
      const part = Math.min(owed, note.cents);
      if (part === 0) continue;
      use.credits.push({ creditNoteId: note.creditNoteId, receivableId, cents: part });
      note.cents -= part;
      owed -= part;
    }
    if (owed > 0) use.allocations.push({ receivableId, cents: owed });
  }
  return use;
}

/** What closes the rest of a term, where the evidence says that the whole was meant. */
function natureOf({ evidence }: Explanation): AdjustmentNature | null {
  if (evidence.includes('amount_discount')) return 'discount';
  return evidence.includes('amount_fee') ? 'bank_fee' : null;
}

const sum = (rows: readonly Readonly<{ cents: number }>[]): number =>
  rows.reduce((total, { cents }) => total + cents, 0);

/** What turns an explanation into parts: the movement's amount, what its payer ordered, items and what was open of them. */
export type PartFacts = Readonly<{
  cents: number;
  instructed?: Transaction['instructed'];
  itemOf: (itemId: number) => OpenItem | undefined;
  openOf: (item: OpenItem) => number;
}>;

/**
 * Null where an explanation cannot be written: more credit than debt of a customer, or a sum that is not the movement's. What settles in
 * the currency that the payer ordered keeps the movement's own amount beside it.
 * `openOf` is what was open of an item when the explanation was made.
 */
export function partsOf(explanation: Explanation, facts: PartFacts): DecisionPart[] | null {
  const { currency } = explanation;
  if (currency === undefined) return partsIn(explanation, facts);
  const ordered = facts.instructed?.currency === currency ? facts.instructed.cents : 0;
  const [part, ...others] = partsIn(explanation, { ...facts, cents: ordered }) ?? [];
  if (!part || others.length > 0) return null;
  return [{ ...part, cents: facts.cents, settles: { cents: ordered, currency } }];
}

function partsIn(explanation: Explanation, facts: PartFacts): DecisionPart[] | null {
  const { paymentId = null, unappliedCents } = explanation;
  const taken: Taken[] = [];
  for (const { itemId, cents } of explanation.allocations) {
    const item = facts.itemOf(itemId);
    if (!item) return null;
    taken.push({ item, cents, openCents: facts.openOf(item) });
  }
  const nature = natureOf(explanation);
  const customers = [...new Set([...taken.map(({ item }) => item.customerId), ...explanation.customerIds])];
  const parts = customers.map((customerId, index): DecisionPart => {
    const own = taken.filter(({ item }) => item.customerId === customerId);
    const debts = own.filter(({ item }) => item.kind === 'receivable');
    const notes = own.filter(({ item }) => item.kind === 'credit_note');
    const rests = debts.filter(({ openCents, cents }) => nature !== null && cents < openCents);
    const over = paymentId === null && index === 0 ? unappliedCents : 0;
    return {
      customerId,
      cents: paymentId !== null && index === 0 ? facts.cents : sum(debts) - sum(notes) + over,
      paymentId: index === 0 ? paymentId : null,
      settles: null,
      ...spread(debts, notes),
      adjustments: rests.map(({ item, openCents, cents }) => ({
        receivableId: rowOf(item.itemId) as ReceivableId,
        cents: openCents - cents,
        nature: nature!,
      })),
    };
  });
  const isWhole = sum(parts) === facts.cents && parts.every(({ cents }) => cents >= 0);
  return isWhole && parts.length > 0 ? parts : null;
}

type Candidate = Readonly<{ customerId: CustomerId; receivableId: ReceivableId | null }>;

/** The terms among some items, each with whose it is. */
export const termsOf = (itemIds: readonly number[], itemOf: PartFacts['itemOf']): Candidate[] =>
  itemIds.flatMap((itemId) => {
    const item = itemOf(itemId);
    if (item?.kind !== 'receivable') return [];
    return [{ customerId: item.customerId, receivableId: rowOf(itemId) as ReceivableId }];
  });

/** Whom and what parts could settle; a part on account stands for its customer as a whole. */
export const candidatesOf = (parts: readonly DecisionPart[]): Candidate[] =>
  parts.flatMap(({ customerId, paymentId, allocations, credits }): Candidate[] => {
    const ids = [...new Set([...allocations, ...credits].map(({ receivableId }) => receivableId))];
    if (ids.length > 0) return ids.map((receivableId) => ({ customerId, receivableId }));
    return paymentId === null ? [{ customerId, receivableId: null }] : [];
  });
