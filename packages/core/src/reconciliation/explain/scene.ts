// The scene: everything the explainers of one movement look at.
import type { MatchingPolicy, Transaction } from '../facts.ts';
import type { NearIndex } from '../nearness/near-index.ts';
import type { OpenBook } from '../open-book.ts';
import type { PayerCandidate } from '../payers/payer-index.ts';
import type { Reading } from '../references/mentions.ts';
import type { ReferenceIndex } from '../references/reference-index.ts';
import type { Standing } from '../shelf.ts';

/** One movement before the open book. */
export type Scene = Readonly<{
  transaction: Transaction;
  book: OpenBook;
  references: ReferenceIndex;
  /** What the text and the structured reference name, whoever owes it. */
  text: Reading;
  structured: Reading | null;
  /** Nearest numbers among the items of a customer. */
  nearOf: (customerId: Standing['item']['customerId']) => NearIndex;
  payers: readonly PayerCandidate[];
  policy: MatchingPolicy;
}>;
