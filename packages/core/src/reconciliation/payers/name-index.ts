// Customers by name: words weighed by how rare they are, and names that the bank cut short.
import type { CustomerId } from '../../kernel/index.ts';
import type { Payer } from '../facts.ts';
import { cutKey, nameKey, nameWords } from './names.ts';

/** Share of a customer's name, by weight of its words, that a payer's text must hold. */
const NAME_SHARE = 0.75;
/** Beyond so many customers a word says nothing. */
const COMMON_WORD = 200;
const MOST_CANDIDATES = 6;
/** A name that fills its field may have been cut; shorter ones are whole. */
const CUT_FROM = 18;

/** Built once for a run; what it answered is remembered. */
export class NameIndex {
  private readonly byWord = new Map<string, CustomerId[]>();
  private readonly words = new Map<CustomerId, readonly string[]>();
  private readonly keys: { key: string; customerId: CustomerId }[] = [];
  private readonly weights = new Map<CustomerId, number>();
  private readonly known = new Map<string, readonly CustomerId[]>();

  constructor(payers: readonly Payer[]) {
    for (const { customerId, name } of payers) {
      const words = nameWords(name);
      this.words.set(customerId, words);
      this.keys.push({ key: nameKey(name), customerId });
      for (const word of words) {
        const there = this.byWord.get(word);
        if (there) there.push(customerId);
        else this.byWord.set(word, [customerId]);
      }
    }
    this.keys.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.customerId - b.customerId));
  }

  /** Customers whom a payer's name may mean, by number; those whose name it is the beginning of besides where it may be cut. */
  find(name: string): readonly CustomerId[] {
    const there = this.known.get(name);
    if (there) return there;
    const longer = name.trim().length >= CUT_FROM ? this.beginningWith(cutKey(name)) : [];
    // The beginning of too many names is nobody's, not even his whose whole name it is.
    const isNobodys = longer.length > MOST_CANDIDATES;
    const answer = isNobodys ? [] : [...new Set([...this.findIn(name), ...longer])];
    this.known.set(name, answer);
    return answer;
  }

  /** Customers whose name stands in a text, the fullest; several only where they are as full. */
  findIn(text: string): CustomerId[] {
    const written = new Set(nameWords(text));
    const seen = new Map<CustomerId, number>();
    for (const word of written) {
      const holders = this.byWord.get(word) ?? [];
      if (holders.length > COMMON_WORD) continue;
      for (const customerId of holders) seen.set(customerId, (seen.get(customerId) ?? 0) + 1 / holders.length);
    }
    const scored = [...seen]
      .filter(([customerId, held]) => held + written.size / COMMON_WORD >= NAME_SHARE * this.weightOf(customerId))
      .map(([customerId]) => ({ customerId, ...this.share(customerId, written) }))
      .filter(({ share }) => share >= NAME_SHARE)
      .sort((a, b) => b.held - a.held || a.customerId - b.customerId);
    const most = scored[0]?.held ?? 0;
    const fullest = scored.filter(({ held }) => held === most);
    return fullest.length > MOST_CANDIDATES ? [] : fullest.map(({ customerId }) => customerId);
  }

  /** Customers whose name begins so; one more than could be told apart shows that there are too many. */
  private beginningWith(key: string): CustomerId[] {
    let [low, high] = [0, this.keys.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.keys[middle]?.key ?? '') < key) low = middle + 1;
      else high = middle;
    }
    const found: CustomerId[] = [];
    for (let at = low; at < this.keys.length && found.length <= MOST_CANDIDATES; at++) {
      const one = this.keys[at];
      if (!one?.key.startsWith(key)) break;
      found.push(one.customerId);
    }
    return found;
  }

  /** What all words of a name weigh. */
  private weightOf(customerId: CustomerId): number {
    const there = this.weights.get(customerId);
    if (there !== undefined) return there;
    let whole = 0;
    for (const word of this.words.get(customerId) ?? []) whole += 1 / (this.byWord.get(word)?.length ?? 1);
    this.weights.set(customerId, whole);
    return whole;
  }

  private share(customerId: CustomerId, written: ReadonlySet<string>): { share: number; held: number } {
    const whole = this.weightOf(customerId);
    let [held, count] = [0, 0];
    for (const word of this.words.get(customerId) ?? []) {
      if (!written.has(word)) continue;
      held += 1 / (this.byWord.get(word)?.length ?? 1);
      count += 1;
    }
    return { share: whole === 0 ? 0 : held / whole, held: count };
  }
}
