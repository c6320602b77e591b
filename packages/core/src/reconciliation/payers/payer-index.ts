// Who pays: customers found by IBAN, by what people accepted before, or by name.
import type { CustomerId } from '../../kernel/index.ts';
import type { Evidence } from '../decision.ts';
import type { MatchingFacts, Transaction } from '../facts.ts';
import { nameKey, nameWords } from './names.ts';

/** A customer a movement may come from, and what says so. */
export type PayerCandidate = Readonly<{
  customerId: CustomerId;
  evidence: Extract<Evidence, 'payer_iban' | 'payer_alias' | 'payer_name' | 'payer_group'>;
}>;

/** Share of a customer's name, by weight of its words, that a payer's text must hold. */
const NAME_SHARE = 0.75;
/** Beyond so many customers a word says nothing. */
const COMMON_WORD = 200;
const MOST_CANDIDATES = 6;

const iban = (text: string): string => text.replace(/\s/g, '').toUpperCase();

const pushTo = <K>(map: Map<K, CustomerId[]>, key: K, customerId: CustomerId): void => {
  const there = map.get(key);
  if (!there) map.set(key, [customerId]);
  else if (!there.includes(customerId)) there.push(customerId);
};

/** Built once for a run; each question costs what its words cost. */
export class PayerIndex {
  private readonly byIban = new Map<string, CustomerId[]>();
  private readonly byAliasIban = new Map<string, CustomerId[]>();
  private readonly byAliasName = new Map<string, CustomerId[]>();
  private readonly byWord = new Map<string, CustomerId[]>();
  private readonly words = new Map<CustomerId, readonly string[]>();
  private readonly groupOf = new Map<CustomerId, number>();
  private readonly inGroup = new Map<number, CustomerId[]>();

  constructor({ payers, aliases }: MatchingFacts) {
    for (const { customerId, name, ibans, groupId } of payers) {
      for (const own of ibans) pushTo(this.byIban, iban(own), customerId);
      const words = nameWords(name);
      this.words.set(customerId, words);
      for (const word of words) pushTo(this.byWord, word, customerId);
      if (groupId === null) continue;
      this.groupOf.set(customerId, groupId);
      pushTo(this.inGroup, groupId, customerId);
    }
    for (const alias of aliases) {
      if (alias.iban) pushTo(this.byAliasIban, iban(alias.iban), alias.customerId);
      if (alias.name) pushTo(this.byAliasName, nameKey(alias.name), alias.customerId);
    }
  }

  /** Candidates, best evidence first; each customer once. */
  find({ payerIban, payerName, text }: Transaction): PayerCandidate[] {
    const found = new Map<CustomerId, PayerCandidate>();
    const add = (customers: readonly CustomerId[] | undefined, evidence: PayerCandidate['evidence']) => {
      for (const customerId of customers ?? [])
        if (!found.has(customerId)) found.set(customerId, { customerId, evidence });
    };
    if (payerIban) {
      add(this.byIban.get(iban(payerIban)), 'payer_iban');
      add(this.byAliasIban.get(iban(payerIban)), 'payer_alias');
    }
    if (payerName) add(this.byAliasName.get(nameKey(payerName)), 'payer_alias');
    add(this.byName(payerName ?? text), 'payer_name');
    for (const { customerId } of [...found.values()]) {
      const group = this.groupOf.get(customerId);
      if (group !== undefined) add(this.inGroup.get(group), 'payer_group');
    }
    return [...found.values()];
  }

  /** The weight of a word: rare words tell customers apart. */
  private weight(word: string): number {
    return 1 / (this.byWord.get(word)?.length ?? 1);
  }

  /** Customers whose name stands in a text, the fullest first; several only where they are as full. */
  private byName(text: string): CustomerId[] {
    const written = new Set(nameWords(text));
    const seen = new Set<CustomerId>();
    for (const word of written) {
      const holders = this.byWord.get(word) ?? [];
      if (holders.length <= COMMON_WORD) for (const customerId of holders) seen.add(customerId);
    }
    const scored = [...seen]
      .map((customerId) => ({ customerId, ...this.share(customerId, written) }))
      .filter(({ share }) => share >= NAME_SHARE)
      .sort((a, b) => b.held - a.held || a.customerId - b.customerId);
    const most = scored[0]?.held ?? 0;
    return scored
      .filter(({ held }) => held === most)
      .slice(0, MOST_CANDIDATES)
      .map(({ customerId }) => customerId);
  }

  private share(customerId: CustomerId, written: ReadonlySet<string>): { share: number; held: number } {
    let [held, whole, count] = [0, 0, 0];
    for (const word of this.words.get(customerId) ?? []) {
      whole += this.weight(word);
      if (!written.has(word)) continue;
      held += this.weight(word);
      count += 1;
    }
    return { share: whole === 0 ? 0 : held / whole, held: count };
  }
}
