// Accounts of a FEC: the group an account number belongs to (PCG), and auxiliaries embedded in it (411DUPONT).
import type { FecAccountGroup } from '@quittance/core/intake';

/** What is decided once per account number. */
export type AccountFacts = Readonly<{
  group: FecAccountGroup;
  /** Whether the caller wants its lines. */
  isKept: boolean;
  /** The collective account when the number carries letters (411DUPONT → 411), else null. */
  embedded: Readonly<{ account: string; auxiliary: string; label: string }> | null;
}>;

const GROUPS: readonly (readonly [prefix: string, group: FecAccountGroup])[] = [
  ['411', 'customers'],
  ['416', 'customers'],
  ['413', 'bills'],
  ['403', 'bills'],
  ['511', 'bills'],
  ['40', 'suppliers'],
  ['41', 'customers'],
  ['53', 'cash'],
  ['5', 'bank'],
  ['445', 'vat'],
  ['70', 'sales'],
  ['7', 'other_income'],
  ['6', 'expenses'],
  ['1', 'equity'],
];

/** The group of an account of the French chart of accounts (PCG). */
export const accountGroup = (account: string): FecAccountGroup =>
  GROUPS.find(([prefix]) => account.startsWith(prefix))?.[1] ?? 'other';

function embeddedAuxiliary(account: string): AccountFacts['embedded'] {
  const match = /^(4[01]\d[\d.]*)\s*([A-Za-zÀ-ÿ].*)$/.exec(account);
  if (!match) return null;
  return { account: match[1]!, auxiliary: match[2]!, label: account.startsWith('41') ? 'Clients' : 'Fournisseurs' };
}

const MOST_KNOWN = 200_000;

/** Remembers what was decided for each account number. */
export class AccountBook {
  private readonly known = new Map<string, AccountFacts>();
  private readonly keep: (account: string) => boolean;

  constructor(keep: (account: string) => boolean) {
    this.keep = keep;
  }

  /** The facts of one account number. */
  facts(account: string): AccountFacts {
    const known = this.known.get(account);
    if (known) return known;
    const facts = { group: accountGroup(account), isKept: this.keep(account), embedded: embeddedAuxiliary(account) };
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    this.known.set(account, facts);
    return facts;
  }
}
