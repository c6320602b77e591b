// Decisions about whole groups of lines: transfers to 416, letter groups, years, opening entries.
import { describe, expect, it } from 'vitest';
import { cents, type Day, day } from '../../kernel/index.ts';
import { decideDoubtfulTransfers, findTransferred, type TransferLine } from './doubtful-transfers.ts';
import { orderOfExercise, placeBooks } from './exercise.ts';
import { letteringDay, splitLetterGroup } from './letter-groups.ts';
import { decideOpening, tieOpeningLines } from './openings.ts';

const moved = (
  row: number,
  account: '411' | '416',
  amount: number,
  letterGroup = '',
  over: Partial<TransferLine> = {},
): TransferLine => ({
  row,
  entry: 'OD|9',
  customerRef: 'C1',
  isDoubtful: account === '416',
  cents: cents(amount),
  number: 'F1',
  letterGroup,
  ...over,
});

describe('a transfer to doubtful customers', () => {
  it('makes no fact, joins the letter groups on both sides, marks the receivable', () => {
    const decided = decideDoubtfulTransfers([moved(1, '411', -500, '411/A'), moved(2, '416', 500, '416/B')]);
    expect(decided.transferRows).toEqual([1, 2]);
    expect([...decided.joined]).toEqual([['416/B', '411/A']]);
    expect(decided.doubtfulGroups).toEqual(['411/A']);
    expect(decided.adjustmentRows).toEqual([]);
  });

  it('takes several invoices moved as one amount', () => {
    const lines = [moved(1, '411', -200, 'A'), moved(2, '411', -300, 'B'), moved(3, '416', 500, 'Z')];
    const decided = decideDoubtfulTransfers(lines);
    expect(decided.transferRows).toEqual([1, 2, 3]);
    expect(new Set([...decided.joined.values()])).toEqual(new Set(['A']));
    expect(decided.doubtfulGroups).toEqual(['A']);
  });

  it('is an adjustment where the two sides differ, and nothing of the kind between two customers', () => {
    expect(decideDoubtfulTransfers([moved(1, '411', -200), moved(2, '416', 150)]).adjustmentRows).toEqual([1, 2]);
    const two = decideDoubtfulTransfers([moved(1, '411', -200), moved(2, '416', 200, '', { customerRef: 'C2' })]);
    expect([two.transferRows, two.adjustmentRows]).toEqual([[], []]);
  });

  it('without a letter looks for the receivable by number, then by amount, and never guesses', () => {
    const [untied] = decideDoubtfulTransfers([moved(1, '411', -200), moved(2, '416', 200)]).untied;
    const open = (number: string, amount: number) => ({ number, cents: cents(amount) });
    expect(findTransferred(untied!, [open('F2', 200), open('F1', 200)])?.number).toBe('F1');
    expect(findTransferred(untied!, [open('F2', 200), open('F3', 100)])?.number).toBe('F2');
    expect(findTransferred(untied!, [open('F2', 200), open('F3', 200)])).toBeNull();
    expect(findTransferred(untied!, [open('F1', 150)])).toBeNull();
  });

  it('back from 416 is a transfer too, and marks nothing', () => {
    const decided = decideDoubtfulTransfers([moved(1, '411', 500, 'A'), moved(2, '416', -500, 'B')]);
    expect([decided.transferRows, decided.doubtfulGroups, decided.untied]).toEqual([[1, 2], [], []]);
  });
});

const lettered = (amount: number, letteredOn: string | null) => ({
  cents: cents(amount),
  letteredOn: letteredOn as Day | null,
  on: day('2024-01-01'),
});

describe('letter groups', () => {
  it('take a code used twice apart by its lettering days', () => {
    const first = [lettered(100, '2024-02-01'), lettered(-100, '2024-02-01')];
    const second = [lettered(70, '2024-09-01'), lettered(-70, '2024-09-01')];
    expect(splitLetterGroup([first[0]!, second[0]!, first[1]!, second[1]!])).toEqual([first, second]);
  });
  it('leave together what only balances together', () => {
    const lines = [lettered(100, '2024-02-01'), lettered(-60, '2024-02-01'), lettered(-40, '2024-03-01')];
    expect(splitLetterGroup(lines)).toEqual([lines]);
    const undated = [lettered(100, null), lettered(-100, null), lettered(5, null)];
    expect(splitLetterGroup(undated)).toEqual([undated]);
  });
  it('are dated by their latest lettering, else by their latest line', () => {
    expect(letteringDay([lettered(1, '2024-02-01'), lettered(1, '2024-03-01')])).toBe('2024-03-01');
    expect(letteringDay([lettered(1, null), { ...lettered(1, null), on: day('2024-05-01') }])).toBe('2024-05-01');
  });
});

const period = (from: string, to: string) => ({ from: day(from), to: day(to) });
const year = (n: number) => period(`${n}-01-02`, `${n}-12-31`);

describe('years of books', () => {
  it.each([
    [year(2023), year(2024), 'earlier'],
    [year(2025), year(2024), 'later'],
    [period('2024-01-03', '2024-06-30'), year(2024), 'same'],
    [year(2024), period('2024-01-03', '2024-01-31'), 'same'],
    [period('2023-01-02', '2024-01-15'), year(2024), 'earlier'],
    [period('2024-01-01', '2024-06-30'), period('2024-07-01', '2024-12-31'), 'earlier'],
  ] as const)('%j is to %j: %s', (known, file, order) => {
    expect(orderOfExercise(known, file)).toBe(order);
  });

  const books = (n: number, hasOpenings: boolean) => ({ ...year(n), importId: n, hasOpenings });
  it('refuse an older year after a newer one has brought its openings', () => {
    expect(placeBooks(year(2023), [books(2024, true)])).toMatchObject({
      ok: false,
      code: 'older_exercise_after_newer',
      laterFrom: '2024-01-02',
    });
    expect(placeBooks(year(2023), [books(2024, false)])).toMatchObject({ ok: true });
    expect(placeBooks(year(2023), [books(2023, false), books(2024, true)])).toMatchObject({
      ok: true,
      sameYear: [2023],
    });
  });
  it('know whether a file covers what earlier exports of its year covered', () => {
    const half = { ...period('2024-01-02', '2024-06-30'), importId: 1, hasOpenings: true };
    expect(placeBooks(year(2024), [half])).toMatchObject({ isNewest: true, sameYear: [1] });
    expect(placeBooks(half, [books(2024, true)])).toMatchObject({ isNewest: false });
  });
});

describe('opening entries', () => {
  it.each([
    [500, 0, false, { kind: 'detail' }],
    [500, 500, true, { kind: 'carried' }],
    [0, 0, true, { kind: 'carried' }],
    [500, 0, true, { kind: 'detail' }],
    [500, 480, true, { kind: 'difference', cents: 20 }],
    [0, 480, true, { kind: 'difference', cents: -480 }],
  ])('of %i against %i known (%s) are %j', (opening, known, isKnown, decision) => {
    expect(decideOpening({ openingCents: cents(opening), knownCents: cents(known), isKnown })).toEqual(decision);
  });

  const known = (number: string, on: string, amount: number) => ({
    key: number,
    number,
    on: day(on),
    cents: cents(amount),
    currency: 'EUR',
  });
  const opening = (row: number, number: string, amount: number) => ({ row, number, cents: cents(amount) });
  const shown = (parts: ReturnType<typeof tieOpeningLines>) =>
    parts.map((part) => [part.line.row, part.item.number, part.cents]);

  it('are tied by number and amount, then amount, then age', () => {
    const items = [known('F1', '2023-01-01', 100), known('F2', '2023-02-01', 250), known('F3', '2023-03-01', 70)];
    const lines = [opening(1, 'AN', 250), opening(2, 'F3', 70), opening(3, 'AN', 100)];
    expect(shown(tieOpeningLines(lines, items))).toEqual([
      [2, 'F3', 70],
      [1, 'F2', 250],
      [3, 'F1', 100],
    ]);
  });
  it('as one balance stand for the oldest items, never beyond what is open', () => {
    const items = [known('F2', '2023-02-01', 250), known('F1', '2023-01-01', 100)];
    expect(shown(tieOpeningLines([opening(1, 'AN', 300)], items))).toEqual([
      [1, 'F1', 100],
      [1, 'F2', 200],
    ]);
    expect(shown(tieOpeningLines([opening(1, 'AN', 900)], items))).toHaveLength(2);
  });
});
