// Laws of merging, on invented accounts told in several formats: whatever files come, in any order and however often, the account's
// movements are there once each.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, cents, type Day, day } from '../../kernel/index.ts';
import { mergeMovements, type ReadMovement, type StoredMovement } from './merge-movements.ts';
import { type MovementTraits, movementKey } from './movement-traits.ts';
import { type StatementSpan, statementsApart } from './statement-order.ts';

/** A movement of the account as it is, whatever is told of it. */
type Real = Readonly<{ on: Day; cents: number; payer: string; index: number }>;
type Format = 'cfonb120' | 'mt940' | 'ofx' | 'csv';
type File = Readonly<{ format: Format; from: number; to: number }>;

const FIRST = day('2026-03-02');
const PAYERS = ['DUPONT', 'MARTIN', 'DURAND'] as const;

/** Money comes in only, so that no balance is met twice: a balance that returns within a day tells nothing. */
const history = fc
  .array(
    fc.record({
      wait: fc.constantFrom(0, 0, 0, 1),
      cents: fc.constantFrom(100, 200, 300),
      payer: fc.constantFrom(...PAYERS),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((steps) => {
    let on = FIRST;
    return steps.map(({ wait, cents: amount, payer }, index): Real => {
      on = addDays(on, wait);
      return { on, cents: amount, payer, index };
    });
  });

/** Where a file may begin and end: between days, and once within a day, where its format carries balances. */
function cuts(real: readonly Real[]): { days: number[]; all: number[] } {
  const days = [0, real.length];
  const within: number[] = [];
  for (let at = 1; at < real.length; at++) {
    if (real[at]!.on !== real[at - 1]!.on) days.push(at);
    else if (!within.some((other) => real[other]!.on === real[at]!.on) && real[at]!.index % 2 === 1) within.push(at);
  }
  return { days, all: [...days, ...within] };
}

const files = (real: readonly Real[]) => {
  const { days, all } = cuts(real);
  const between = (points: readonly number[], formats: readonly Format[]) =>
    fc
      .record({
        format: fc.constantFrom(...formats),
        a: fc.constantFrom(...points),
        b: fc.constantFrom(...points),
      })
      .map(({ format, a, b }): File => ({ format, from: Math.min(a, b), to: Math.max(a, b) }));
  return fc.array(fc.oneof(between(all, ['cfonb120', 'mt940']), between(days, ['ofx', 'csv'])), { maxLength: 8 });
};

/** Each format in its own words: the payer whole, cut short, or, where files end with the day, not at all. */
const WORDS: Readonly<Record<Format, (one: Real) => Partial<MovementTraits>>> = {
  cfonb120: ({ payer }) => ({ label: `VIR SEPA ${payer}` }),
  mt940: ({ payer }) => ({ label: `TRF/${payer.slice(0, 4)}` }),
  ofx: ({ payer, index }) => ({ label: payer, bankReference: `F${index}` }),
  csv: () => ({ label: 'virement' }),
};

const traitsOf = (one: Real, format: Format): MovementTraits => ({
  bookedOn: one.on,
  cents: cents(one.cents),
  bankReference: null,
  label: '',
  counterpartyName: null,
  endToEndId: null,
  creditorReference: null,
  ...WORDS[format](one),
});

type KnownStatement = StatementSpan & Readonly<{ format: Format; told: Map<number, string> }>;

/** Known movements and statements, as the database keeps them. */
class Account {
  readonly rows: (MovementTraits & { format: Format })[] = [];
  private readonly statements: KnownStatement[] = [];
  private readonly real: readonly Real[];

  constructor(real: readonly Real[]) {
    this.real = real;
  }

  private spanOf({ format, from, to }: File): StatementSpan {
    const balanceAt = (end: number) => cents(this.real.slice(0, end).reduce((sum, one) => sum + one.cents, 1_000));
    const hasBalances = format === 'cfonb120' || format === 'mt940';
    return {
      openingCents: hasBalances ? balanceAt(from) : null,
      closingCents: hasBalances || format === 'ofx' ? balanceAt(to) : null,
      fromOn: this.real[from]?.on ?? null,
      toOn: this.real[to - 1]?.on ?? null,
    };
  }

  private stored(): StoredMovement[] {
    return this.rows.map((row, transactionId) => {
      const tellers = this.statements.filter(({ told }) => told.has(transactionId));
      const placesOf = (list: readonly KnownStatement[]) => list.map((one) => this.statements.indexOf(one));
      return {
        ...row,
        transactionId,
        key: movementKey(row),
        toldAs: tellers.map(({ told }) => told.get(transactionId)!),
        statements: placesOf(tellers.filter(({ format }) => format === row.format)),
        perhaps: placesOf(tellers.filter(({ format }) => format !== row.format)),
      };
    });
  }

  bring(file: File): number {
    if (file.from === file.to) return 0;
    const span = this.spanOf(file);
    const apart = new Set(statementsApart(span, this.statements).map((one) => this.statements.indexOf(one)));
    const read = this.real.slice(file.from, file.to).map((one, position): ReadMovement => {
      const traits = traitsOf(one, file.format);
      return { ...traits, position, statement: 0, key: movementKey(traits) };
    });
    const { format } = file;
    const told = new Map<number, string>();
    let added = 0;
    for (const { position, key, as, transactionIds } of mergeMovements({
      format,
      read,
      stored: this.stored(),
      apart: new Map([[0, apart]]),
    })) {
      for (const id of transactionIds) told.set(id, key);
      if (as !== 'new') continue;
      told.set(this.rows.length, key);
      this.rows.push({ ...traitsOf(this.real[file.from + position]!, format), format });
      added += 1;
    }
    this.statements.push({ ...span, format, told });
    return added;
  }
}

const amounts = (list: readonly { on: Day; cents: number }[]): string[] =>
  list.map((one) => `${one.on} ${one.cents}`).sort();
const told = (real: readonly Real[], list: readonly File[]): Real[] =>
  real.filter((_, index) => list.some(({ from, to }) => from <= index && index < to));

const accounts = history.chain((real) => fc.tuple(fc.constant(real), files(real)));

describe('laws of merging', () => {
  it('every movement told is known once, whatever the files, their formats and their order', () => {
    fc.assert(
      fc.property(accounts, ([real, list]) => {
        const account = new Account(real);
        for (const file of list) account.bring(file);
        const known = account.rows.map(({ bookedOn, cents: amount }) => ({ on: bookedOn, cents: amount }));
        expect(amounts(known)).toEqual(amounts(told(real, list)));
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);

  it('a file that was brought in brings nothing again, whatever came in between', () => {
    fc.assert(
      fc.property(accounts, ([real, list]) => {
        const account = new Account(real);
        for (const file of list) account.bring(file);
        expect(list.map((file) => account.bring(file))).toEqual(list.map(() => 0));
      }),
      { numRuns: 400 },
    );
  }, 60_000);
});
