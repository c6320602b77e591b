// Lettering: the order of codes, groups closed and opened again, codes that stay, and the file's eighteen columns.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, day } from '../kernel/index.ts';
import { FEC_COLUMNS, type FecEntry, fecAmount, renderFec } from './fec-entries.ts';
import { letterCode } from './letter-code.ts';
import { type LetterLine, letterGroups } from './letter-groups.ts';

test.each([
  [0, 'AAA'],
  [1, 'AAB'],
  [25, 'AAZ'],
  [26, 'ABA'],
  [17_575, 'ZZZ'],
  [17_576, 'AAAA'],
])('code %i is %s', (place, code) => expect(letterCode(place)).toBe(code));

const ON = day('2026-03-10');
const line = (creditId: string, debitId: string, cents: number, booksCode = '', on: Day = ON): LetterLine => ({
  ...{ creditId, debitId, on, cents, booksCode },
});
const facts = [
  { id: 'F1', cents: 100 },
  { id: 'F2', cents: 50 },
  { id: 'P1', cents: 120 },
  { id: 'P2', cents: 30 },
  { id: 'F3', cents: 70 },
  { id: 'P3', cents: 70 },
];
const told = (lines: readonly LetterLine[]) =>
  letterGroups(facts, lines).map(({ code, factIds }) => `${code} ${factIds.join('+')}`);

describe('a group', () => {
  const chain = [line('P1', 'F1', 100), line('P1', 'F2', 20), line('P2', 'F2', 30)];
  test('has a code once debits equal credits and nothing is left', () => {
    expect(told(chain.slice(0, 2))).toEqual([]);
    expect(told(chain)).toEqual(['AAA F1+F2+P1+P2']);
  });

  test('keeps its code when others close after it, and when it closes again', () => {
    const other = line('P3', 'F3', 70);
    expect(told([...chain, other])).toEqual(['AAA F1+F2+P1+P2', 'AAB F3+P3']);
    const opened = [...chain, other, line('P2', 'F2', -30)];
    expect(told(opened)).toEqual(['AAB F3+P3']);
    expect(told([...opened, line('P2', 'F2', 30)])).toEqual(['AAA F1+F2+P1+P2', 'AAB F3+P3']);
  });

  test('takes no code the books use, and has theirs where they gave it', () => {
    const books = line('P3', 'F3', 70, 'AAA');
    expect(told([books, ...chain])).toEqual(['AAA F3+P3', 'AAB F1+F2+P1+P2']);
  });

  test('joined to another by a later line is one group of a new code', () => {
    const [known] = letterGroups(
      [
        { id: 'F', cents: 10 },
        { id: 'P', cents: 10 },
      ],
      [line('P', 'F', 10, '', day('2026-03-01'))],
    );
    expect(known).toMatchObject({ on: '2026-03-01', isFromBooks: false });
  });
});

test('codes given are never changed by lines recorded later', () => {
  const pair = fc.nat(5).map((n) => ({ credit: `P${n}`, debit: `F${n}` }));
  const steps = fc.array(fc.record({ pair, undo: fc.boolean() }), { maxLength: 20 });
  const all = [0, 1, 2, 3, 4, 5].flatMap((n) => [
    { id: `P${n}`, cents: 10 },
    { id: `F${n}`, cents: 10 },
  ]);
  fc.assert(
    fc.property(steps, (asked) => {
      const standing = new Set<string>();
      const lines = asked.flatMap(({ pair: { credit, debit }, undo }) => {
        if (standing.has(credit) !== undo) return [];
        if (undo) standing.delete(credit);
        else standing.add(credit);
        return [line(credit, debit, undo ? -10 : 10)];
      });
      const given = new Map<string, string>();
      for (let n = 1; n <= lines.length; n += 1) {
        const groups = letterGroups(all, lines.slice(0, n));
        expect(new Set(groups.map(({ code }) => code)).size).toBe(groups.length);
        for (const { code, factIds } of groups) {
          const key = factIds.join(' ');
          expect(given.get(key) ?? code).toBe(code);
          given.set(key, code);
        }
      }
    }),
  );
});

describe('the file', () => {
  const entry = (debit: number, credit: number): FecEntry => ({
    ...{
      journal: 'BQ',
      journalName: 'Banque',
      number: 'P1',
      on: ON,
      piece: 'CHQ\t7',
      pieceOn: ON,
      label: 'Encaissement',
    },
    lines: [
      { account: '512000', accountName: 'Banque', auxiliary: '', auxiliaryName: '', cents: debit, letter: null },
      {
        ...{ account: '411000', accountName: 'Clients', auxiliary: 'C1', auxiliaryName: 'Client', cents: -credit },
        letter: { code: 'AAA', on: ON },
      },
    ],
  });

  test('has the eighteen columns of article A47 A-1, commas and days without dashes', () => {
    const made = renderFec([entry(123_456, 123_456)]);
    const [head, first, second] = (made.ok ? made.value : '').split('\r\n').map((row) => row.split('\t'));
    expect(head).toEqual([...FEC_COLUMNS]);
    expect(first?.slice(8, 15)).toEqual(['CHQ 7', '20260310', 'Encaissement', '1234,56', '0,00', '', '']);
    expect(second?.slice(6, 15)).toEqual('C1|Client|CHQ 7|20260310|Encaissement|0,00|1234,56|AAA|20260310'.split('|'));
    expect([head, first, second].map((row) => row?.length)).toEqual([18, 18, 18]);
  });

  test('is not made where an entry does not balance', () =>
    expect(renderFec([entry(100, 99)])).toEqual({
      ok: false,
      refusal: { code: 'ledger_unbalanced', entry: 'P1', cents: 1 },
    }));

  test.each([
    [0, '0,00'],
    [5, '0,05'],
    [100_000_000, '1000000,00'],
  ])('%i cents are %s', (cents, text) => expect(fecAmount(cents)).toBe(text));
});
