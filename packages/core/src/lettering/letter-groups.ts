// Letter groups: facts of one customer's account joined by allocations, each group that is wholly settled with its code and its day.
import type { Day } from '../kernel/index.ts';
import { letterCode } from './letter-code.ts';

/** One line of the account: an invoice's due term or money out (debit), a payment or credit (credit). */
export type LetterFact = Readonly<{ id: string; cents: number }>;

/** One allocation, negative for a reversal, in the order they were recorded. */
export type LetterLine = Readonly<{
  creditId: string;
  debitId: string;
  on: Day;
  cents: number;
  /** The code the books gave; empty where they gave none. */
  booksCode: string;
}>;

/** A closed group: debits equal credits, nothing is left of any of its facts. */
export type LetterGroup = Readonly<{
  code: string;
  /** Day of its last allocation. */
  on: Day;
  factIds: readonly string[];
  /** All its allocations came lettered from the books: they know it already. */
  isFromBooks: boolean;
}>;

type Edge = { on: Day; cents: number; booksCode: string };

/** What the recorded lines join, kept up to date line by line. */
class Account {
  readonly left = new Map<string, number>();
  readonly edges = new Map<string, Map<string, Edge>>();
  constructor(facts: readonly LetterFact[]) {
    for (const { id, cents } of facts) this.left.set(id, cents);
  }

  record({ creditId, debitId, on, cents, booksCode }: LetterLine): void {
    for (const [a, b] of [
      [creditId, debitId],
      [debitId, creditId],
    ] as const) {
      this.left.set(a, (this.left.get(a) ?? 0) - cents);
      const own = this.edges.get(a) ?? new Map<string, Edge>();
      const before = own.get(b);
      const after = (before?.cents ?? 0) + cents;
      if (after === 0) own.delete(b);
      else own.set(b, { on, cents: after, booksCode: booksCode || (before?.booksCode ?? '') });
      this.edges.set(a, own);
    }
  }

  /** Everything joined to a fact, or null where something of it is left. */
  closedGroup(id: string): string[] | null {
    const seen = new Set([id]);
    for (const each of seen) {
      if (this.left.get(each) !== 0) return null;
      for (const other of this.edges.get(each)?.keys() ?? []) seen.add(other);
    }
    return seen.size > 1 ? [...seen].sort() : null;
  }
}

/**
 * The groups closed at the end. A code is given when a group closes, in the order of the lines as recorded, and never again to another:
 * lines recorded later change no code given before. Codes the books use on the account are passed over.
 */
export function letterGroups(facts: readonly LetterFact[], lines: readonly LetterLine[]): LetterGroup[] {
  const account = new Account(facts);
  const used = new Set<string>();
  const codes = new Map<string, Readonly<{ code: string; on: Day }>>();
  const closed = new Map<string, string[]>();
  let place = 0;
  const nextCode = (): string => {
    for (;;) {
      const code = letterCode(place);
      place += 1;
      if (!used.has(code)) return code;
    }
  };
  for (const line of lines) {
    if (line.booksCode) used.add(line.booksCode);
    account.record(line);
    for (const end of [line.creditId, line.debitId]) {
      for (const id of closed.get(end) ?? []) closed.delete(id);
    }
    const group = account.closedGroup(line.creditId);
    if (!group) continue;
    const key = group.join(' ');
    const known = codes.get(key);
    codes.set(key, { code: known?.code ?? (line.booksCode || nextCode()), on: line.on });
    for (const id of group) closed.set(id, group);
  }
  const found = new Map<string, LetterGroup>();
  for (const group of closed.values()) found.set(group.join(' '), groupOf(account, group, codes.get(group.join(' '))!));
  return [...found.values()].sort((a, b) => a.code.length - b.code.length || (a.code < b.code ? -1 : 1));
}

function groupOf(account: Account, factIds: string[], given: Readonly<{ code: string; on: Day }>): LetterGroup {
  const edges = factIds.flatMap((id) => [...(account.edges.get(id)?.values() ?? [])]);
  const on = edges.reduce((last, edge) => (edge.on > last ? edge.on : last), given.on);
  return { code: given.code, on, factIds, isFromBooks: edges.every((edge) => edge.booksCode !== '') };
}
