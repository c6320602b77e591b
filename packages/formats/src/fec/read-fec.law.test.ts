// Laws of the FEC reader: any FEC in any legal variant reads back identical; any bytes give a result, never an exception.
import type { FecLine } from '@quittance/core/intake';
import { addDays, cents, type Day } from '@quittance/core/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type InventedVariant, inventFec } from './invented-fec.ts';
import { readFec } from './read-fec.ts';

const WORDS = [
  'Société',
  'référence',
  'à payer',
  'Noël',
  'façade',
  'hôtel',
  'dîner',
  'où',
  'bûche',
  'facture',
  'Été',
  'n° 12',
];

const day = fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2020-01-01' as Day, n));
const code = fc.stringMatching(/^[A-Z0-9]{1,8}$/);
const label = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const size = fc.integer({ min: -999_999_999, max: 999_999_999 });

const line: fc.Arbitrary<FecLine> = fc
  .record({
    journalCode: code,
    journalLabel: label,
    entryNumber: code,
    entryOn: day,
    account: fc.stringMatching(/^[1-7][0-9]{2,7}$/),
    accountLabel: label,
    auxiliary: fc.oneof(fc.constant(''), code),
    label,
    pieceRef: fc.oneof(fc.constant(''), code),
    pieceOn: fc.option(day),
    amount: size,
    isDebit: fc.boolean(),
    lettering: fc.oneof(fc.constant(''), fc.stringMatching(/^[A-Z]{1,3}$/)),
    letteredOn: fc.option(day),
    validatedOn: fc.option(day),
    currencyCents: fc.option(size),
    currency: fc.constantFrom('', 'USD', 'EUR'),
  })
  .map(({ amount, isDebit, ...rest }) => ({
    ...rest,
    row: 0,
    auxiliaryLabel: rest.auxiliary === '' ? '' : rest.label,
    debitCents: cents(isDebit ? amount : 0),
    creditCents: cents(isDebit ? 0 : amount),
    currencyCents: rest.currencyCents === null ? null : cents(rest.currencyCents),
    settledOn: null,
  }));

const variant: fc.Arbitrary<InventedVariant> = fc.record({
  encoding: fc.constantFrom('utf8', 'utf-16le', 'utf-16be', 'win1252', 'iso-8859-15', 'cp850'),
  bom: fc.boolean(),
  separator: fc.constantFrom('\t', '|'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r', '\r\r\n'),
  amounts: fc.constantFrom('debit_credit', 'letters', 'signs'),
  minus: fc.constantFrom('before', 'after'),
  padded: fc.boolean(),
  trailing: fc.boolean(),
  lastLineEnd: fc.boolean(),
});

function cut(bytes: Buffer, every: number): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += every) parts.push(bytes.subarray(at, at + every));
  return parts;
}

async function readAll(parts: Iterable<Uint8Array>) {
  const lines: FecLine[] = [];
  const errors: unknown[] = [];
  const reading = readFec(parts);
  for await (const batch of reading.batches) {
    lines.push(...batch.lines);
    errors.push(...batch.errors);
  }
  return { lines, errors, outcome: reading.outcome() };
}

const sum = (lines: readonly FecLine[], side: 'debitCents' | 'creditCents') =>
  lines.reduce((total, one) => total + one[side], 0);

describe('the FEC reader', () => {
  it('reads any file in any legal variant back identical', async () => {
    const file = fc.array(line, { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(file, variant, fc.integer({ min: 1, max: 500 }), async (written, how, every) => {
        const read = await readAll(cut(inventFec(written, how), every));
        expect(read.errors).toEqual([]);
        expect(read.lines).toEqual(written.map((one, i) => ({ ...one, row: i + 2 })));
        expect(read.outcome).toMatchObject({
          ok: true,
          value: {
            lines: written.length,
            debitCents: sum(written, 'debitCents'),
            creditCents: sum(written, 'creditCents'),
          },
        });
      }),
      { numRuns: 300 },
    );
  });

  it('counts the same whatever accounts are kept', async () => {
    const file = fc.array(line, { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(file, variant, async (written, how) => {
        const bytes = inventFec(written, how);
        const all = await readAll([bytes]);
        const some = readFec([bytes], { keepAccount: (account) => account.startsWith('4') });
        const kept: FecLine[] = [];
        for await (const batch of some.batches) kept.push(...batch.lines);
        const outcome = some.outcome();
        expect(kept).toEqual(all.lines.filter(({ account }) => account.startsWith('4')));
        if (!outcome.ok || !all.outcome.ok) throw new Error('refused');
        expect(outcome.value.journals).toEqual(all.outcome.value.journals);
        expect(outcome.value.unbalanced).toEqual(all.outcome.value.unbalanced);
      }),
      { numRuns: 100 },
    );
  });

  it('answers any bytes with a summary or a refusal', async () => {
    const bytes = fc.uint8Array({ maxLength: 400 });
    const starts = fc.constantFrom(
      '',
      '<?xml version="1.0"?><comptabilite>',
      'JournalCode|EcritureDate|CompteNum|Debit|Credit\n',
    );
    await fc.assert(
      fc.asyncProperty(starts, bytes, async (start, noise) => {
        const { outcome } = await readAll([Buffer.from(start), noise]);
        expect(typeof outcome.ok).toBe('boolean');
      }),
      { numRuns: 500 },
    );
  });

  it('answers a file damaged anywhere with a summary or a refusal', async () => {
    const file = fc.array(line, { minLength: 1, maxLength: 6 });
    const damage = fc.array(fc.tuple(fc.nat(5000), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(file, variant, damage, async (written, how, hits) => {
        const bytes = inventFec(written, how);
        for (const [at, byte] of hits) bytes[at % bytes.length] = byte;
        const { outcome } = await readAll(cut(bytes, 97));
        expect(typeof outcome.ok).toBe('boolean');
      }),
      { numRuns: 300 },
    );
  });
});
