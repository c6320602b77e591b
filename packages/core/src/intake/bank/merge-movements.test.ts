// Merging as a table: what is known already and what is new, by key, by format, as a batch, beside continuing statements.
import { describe, expect, it } from 'vitest';
import { cents, day } from '../../kernel/index.ts';
import { type MergeInput, mergeMovements, type ReadMovement, type StoredMovement } from './merge-movements.ts';
import { type MovementTraits, movementKey } from './movement-traits.ts';

const DAY = day('2026-03-10');
const traits = (more: Partial<MovementTraits>): MovementTraits => ({
  bookedOn: DAY,
  cents: cents(10_000),
  bankReference: null,
  label: 'VIR DUPONT',
  counterpartyName: null,
  endToEndId: null,
  creditorReference: null,
  ...more,
});
const read = (position: number, more: Partial<ReadMovement> = {}): ReadMovement => ({
  ...traits(more),
  position,
  statement: more.statement ?? 1,
  key: movementKey(traits(more)),
});
const stored = (transactionId: number, more: Partial<StoredMovement> = {}): StoredMovement => ({
  ...traits(more),
  transactionId,
  format: more.format ?? 'cfonb120',
  key: movementKey(traits(more)),
  toldAs: more.toldAs ?? [],
  statements: more.statements ?? [],
  perhaps: more.perhaps ?? [],
});
const NO_ONE = new Map<number, ReadonlySet<number>>();
const merged = (input: Partial<MergeInput>) =>
  mergeMovements({ format: 'cfonb120', read: [], stored: [], apart: NO_ONE, ...input }).map(
    ({ as, nth, transactionIds }) => (as === 'new' ? `new ${nth}` : `${as} ${transactionIds.join(' ')}`),
  );

describe('movements of a file and movements known', () => {
  it.each<{ says: string; input: Partial<MergeInput>; gives: string[] }>([
    { says: 'nothing is known at first', input: { read: [read(1)] }, gives: ['new 1'] },
    {
      says: 'identical lines of a file are told apart by counting',
      input: { read: [read(1), read(2)] },
      gives: ['new 1', 'new 2'],
    },
    {
      says: 'a movement is known whatever dress its text wears',
      input: { read: [read(1, { label: 'Vir. Dupönt' })], stored: [stored(7)] },
      gives: ['key 7'],
    },
    {
      says: 'a third identical line beside two known ones is new, and the third of its kind',
      input: { read: [read(1), read(2), read(3)], stored: [stored(7), stored(8)] },
      gives: ['key 7', 'key 8', 'new 3'],
    },
    {
      says: 'a movement is known under the words of any file that told it',
      input: {
        read: [read(1), read(2)],
        stored: [stored(7, { label: 'X', toldAs: [movementKey(traits({}))] }), stored(8)],
      },
      gives: ['key 7', 'key 8'],
    },
    {
      says: 'another reference of the bank is another movement',
      input: { read: [read(1, { bankReference: 'B2' })], stored: [stored(7, { bankReference: 'B1' })] },
      gives: ['new 1'],
    },
    {
      says: 'another text of the same format is another movement',
      input: { read: [read(1, { label: 'VIR MARTIN' })], stored: [stored(7)] },
      gives: ['new 1'],
    },
    {
      says: 'the whole text of a movement that a file cut short is the same movement',
      input: { read: [read(1)], stored: [stored(7, { label: 'VIR DUP' })] },
      gives: ['format 7'],
    },
    {
      says: 'another format tells the same movement in its own words',
      input: { format: 'ofx', read: [read(1, { label: 'X', bankReference: 'F1' })], stored: [stored(7)] },
      gives: ['format 7'],
    },
    {
      says: 'of two alike in another format, the one with the same words is the known one',
      input: {
        format: 'ofx',
        read: [read(1, { label: 'Martin SARL' }), read(2, { label: 'Dupont SA' })],
        stored: [stored(7)],
      },
      gives: ['new 1', 'format 7'],
    },
    {
      says: 'of two alike in another format, a shared reference counts for more than words',
      input: {
        format: 'ofx',
        read: [read(1, { label: 'VIR DUPONT 1' }), read(2, { label: 'X', endToEndId: 'E2E' })],
        stored: [stored(7, { endToEndId: 'E2E' })],
      },
      gives: ['new 1', 'format 7'],
    },
    {
      says: 'another amount or day is another movement in any format',
      input: {
        format: 'ofx',
        read: [read(1, { cents: cents(10_001) }), read(2, { bookedOn: day('2026-03-11') })],
        stored: [stored(7)],
      },
      gives: ['new 1', 'new 1'],
    },
    {
      says: 'the details of a known total are known',
      input: {
        format: 'camt.054.001.08',
        read: [
          read(1, { cents: cents(3_000), bankReference: 'R' }),
          read(2, { cents: cents(7_000), bankReference: 'R' }),
        ],
        stored: [stored(7, { bankReference: 'R', format: 'camt.053.001.08' })],
      },
      gives: ['batch 7', 'batch 7'],
    },
    {
      says: 'the total of known details is known',
      input: {
        read: [read(1, { bankReference: 'R', label: 'REMISE' })],
        stored: [
          stored(7, { cents: cents(3_000), bankReference: 'R' }),
          stored(8, { cents: cents(7_000), bankReference: 'R' }),
        ],
      },
      gives: ['batch 7 8'],
    },
    {
      says: 'details that do not make the total are movements of their own',
      input: {
        read: [
          read(1, { cents: cents(3_000), bankReference: 'R' }),
          read(2, { cents: cents(6_999), bankReference: 'R' }),
        ],
        stored: [stored(7, { bankReference: 'R' })],
      },
      gives: ['new 1', 'new 1'],
    },
    {
      says: 'a statement that continues a known one brings new movements, however alike',
      input: { read: [read(1)], stored: [stored(7, { statements: [5] })], apart: new Map([[1, new Set([5])]]) },
      gives: ['new 2'],
    },
    {
      says: 'and meets those that another statement told',
      input: {
        read: [read(1)],
        stored: [stored(7, { statements: [5] }), stored(8)],
        apart: new Map([[1, new Set([5])]]),
      },
      gives: ['key 8'],
    },
    {
      says: 'what the one before perhaps told may be this one, where another may be the other one',
      input: {
        read: [read(1)],
        stored: [stored(7, { perhaps: [5] }), stored(8, { label: 'VIR DURAND' })],
        apart: new Map([[1, new Set([5])]]),
      },
      gives: ['key 7'],
    },
    {
      says: 'and is not where there is no other',
      input: { read: [read(1)], stored: [stored(7, { perhaps: [5] })], apart: new Map([[1, new Set([5])]]) },
      gives: ['new 2'],
    },
  ])('$says', ({ input, gives }) => expect(merged(input)).toEqual(gives));
});
