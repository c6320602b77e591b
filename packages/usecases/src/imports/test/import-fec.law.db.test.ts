// A law: random small books brought in at once or in two successive exports give the same ledger, tied to the cent.
import { type BookLine, customerBalance, fecText, ledgerLook } from '@quittance/testkit/books';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importStage } from './import-stage.ts';

let stage: Awaited<ReturnType<typeof importStage>>;
beforeAll(async () => {
  stage = await importStage();
});
afterAll(() => stage.close());

const days = fc
  .integer({ min: 2, max: 28 })
  .chain((d) =>
    fc.integer({ min: 1, max: 12 }).map((m) => `2024-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`),
  );
const line = fc.record({
  j: fc.constantFrom('VE', 'BQ', 'OD'),
  n: fc.constantFrom('1', '2', '3'),
  on: days,
  a: fc.constantFrom('411000', '411000', '416000'),
  aux: fc.constantFrom('A', 'B'),
  piece: fc.constantFrom('', 'F1', 'F2', '-'),
  c: fc.integer({ min: 1, max: 500 }).chain((n) => fc.constantFrom(n, -n)),
  let: fc.constantFrom('', 'X', 'Y'),
  letOn: fc.constantFrom('', '2024-12-30', '2024-06-30'),
});
/** The books, and the first export of them: some lines, some letters missing. The first and last day stand in both, so that both cover the year. */
const frame: BookLine[] = [
  { j: 'VE', n: '0', on: '2024-01-01', a: '411000', aux: 'A', piece: 'F0', c: 1 },
  { j: 'VE', n: '0', on: '2024-12-31', a: '411000', aux: 'A', piece: 'F00', c: 1 },
];
const books = fc.array(fc.tuple(line, fc.boolean(), fc.boolean()), { maxLength: 14 }).map((all) => ({
  whole: [...frame, ...all.map(([one]) => one)] as BookLine[],
  earlier: [
    ...frame,
    ...all.filter(([, there]) => there).map(([one, , lettered]) => (lettered ? one : { ...one, let: '', letOn: '' })),
  ] as BookLine[],
}));

describe('books', () => {
  it('at once or in two exports are one ledger', async () => {
    await fc.assert(
      fc.asyncProperty(books, async ({ whole, earlier }) => {
        const [once, twice] = [await stage.company(), await stage.company()];
        const direct = await stage.bring(once, fecText(whole));
        const first = await stage.bring(twice, fecText(earlier));
        const second = await stage.bring(twice, `${fecText(whole)}\r\n`);
        expect(direct).toMatchObject({ status: 'imported', openCents: customerBalance(fecText(whole)) });
        expect(first).toMatchObject({ status: 'imported', openCents: customerBalance(fecText(earlier)) });
        expect(second).toMatchObject({ status: 'imported', openCents: direct.openCents });
        const look = (companyId: typeof once) => ledgerLook(stage.db, { orgId: stage.orgId, companyId });
        expect(await look(twice)).toEqual(await look(once));
      }),
      { numRuns: 40 },
    );
  }, 240_000);

  it("of a following year tie to that year's accounts, whatever its openings say, and stay when brought in again", async () => {
    const delta = fc.constantFrom(0, 0, 0, 7, -7, 1_000);
    const letters = fc.constantFrom('', 'X', 'Y');
    const following = fc.record({
      first: fc.array(line, { maxLength: 8 }),
      second: fc.array(line, { maxLength: 8 }),
      openings: fc.record({ A: fc.tuple(delta, letters), B: fc.tuple(delta, letters), C: fc.tuple(delta, letters) }),
    });
    await fc.assert(
      fc.asyncProperty(following, async ({ first, second, openings }) => {
        const companyId = await stage.company();
        const before = [...frame, ...first] as BookLine[];
        const known = (aux: string) => before.filter((one) => one.aux === aux).reduce((sum, one) => sum + one.c, 0);
        const carried = Object.entries(openings).map(([aux, [change, letter]]): BookLine => {
          const c = known(aux) + change;
          return { j: 'AN', n: '1', on: '2025-01-01', a: '411000', aux, piece: 'RAN', c, let: letter };
        });
        const later = (text: string) => text.replace(/^2024/, '2025');
        const moved = [...frame, ...second].map((one) => ({
          ...one,
          on: later(one.on),
          letOn: later(one.letOn ?? ''),
        })) as BookLine[];
        const books = fecText([...carried.filter((one) => one.c !== 0), ...moved]);
        await stage.bring(companyId, fecText(before));
        expect(await stage.bring(companyId, books)).toMatchObject({
          status: 'imported',
          openCents: customerBalance(books),
        });
        const look = await ledgerLook(stage.db, { orgId: stage.orgId, companyId });
        expect(await stage.bring(companyId, `${books}\r\n`)).toMatchObject({
          status: 'imported',
          openCents: customerBalance(books),
        });
        expect(await ledgerLook(stage.db, { orgId: stage.orgId, companyId })).toEqual(look);
      }),
      { numRuns: 40 },
    );
  }, 240_000);
});
