// Who pays: customers found by IBAN, by what people accepted before, or by name.
import type { CustomerId } from '../../kernel/index.ts';
import type { Evidence } from '../decision.ts';
import type { MatchingFacts, Transaction } from '../facts.ts';
import { NameIndex } from './name-index.ts';
import { labelKey, nameKey } from './names.ts';

/** A customer a movement may come from, and what says so. */
export type PayerCandidate = Readonly<{
  customerId: CustomerId;
  evidence: Extract<Evidence, 'payer_iban' | 'payer_alias' | 'payer_name' | 'payer_group'>;
}>;

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
  private readonly byLabel = new Map<string, CustomerId[]>();
  private readonly names: NameIndex;
  private readonly groupOf = new Map<CustomerId, number>();
  private readonly inGroup = new Map<number, CustomerId[]>();

  constructor({ payers, aliases }: MatchingFacts) {
    this.names = new NameIndex(payers);
    for (const { customerId, ibans, groupId } of payers) {
      for (const own of ibans) pushTo(this.byIban, iban(own), customerId);
      if (groupId === null) continue;
      this.groupOf.set(customerId, groupId);
      pushTo(this.inGroup, groupId, customerId);
    }
    for (const alias of aliases) {
      if (alias.iban) pushTo(this.byAliasIban, iban(alias.iban), alias.customerId);
      if (!alias.name) continue;
      pushTo(this.byAliasName, nameKey(alias.name), alias.customerId);
      pushTo(this.byLabel, labelKey(alias.name), alias.customerId);
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
    // A bank that gives no name writes it into the text, beside numbers that change each time.
    if (payerName) add(this.byAliasName.get(nameKey(payerName)), 'payer_alias');
    else add(this.byLabel.get(labelKey(text)), 'payer_alias');
    if (payerName) add(this.names.find(payerName), 'payer_name');
    if (found.size === 0) add(this.names.findIn(text), 'payer_name');
    for (const { customerId } of [...found.values()]) {
      const group = this.groupOf.get(customerId);
      if (group !== undefined) add(this.inGroup.get(group), 'payer_group');
    }
    return [...found.values()];
  }
}
