// The scene: everything the explainers of one movement look at.
import type { MatchingPolicy, Transaction } from '../facts.ts';
import type { OpenBook, Standing } from '../open-book.ts';
import type { PayerCandidate } from '../payers/payer-index.ts';
import type { NearIndex } from '../references/near-index.ts';
import type { ReferenceIndex } from '../references/reference-index.ts';

/** One movement before the open book. */
export type Scene = Readonly<{
  transaction: Transaction;
  book: OpenBook;
  references: ReferenceIndex;
  /** Nearest numbers among the items of a customer. */
  nearOf: (customerId: Standing['item']['customerId']) => NearIndex;
  payers: readonly PayerCandidate[];
  policy: MatchingPolicy;
}>;
