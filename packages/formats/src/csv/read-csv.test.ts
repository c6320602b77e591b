// CSV on single questions: quoting, guessing, mappings given, templates, hostile bytes.
import { TABLE_KINDS } from '@quittance/core/intake';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMapping, guessMapping, parseMapping } from '../table/index.ts';
import { inspectCsv, readCsv } from './read-csv.ts';
import { splitRecord } from './records.ts';
import { separatorOf } from './separator.ts';
import { templateCsv } from './template.ts';

async function read(
  kind: (typeof TABLE_KINDS)[number],
  content: string | Uint8Array,
  mapping?: Parameters<typeof readCsv>[2],
) {
  const reading = readCsv(kind, [Buffer.from(content)], mapping);
  const rows: unknown[] = [];
  const errors: unknown[] = [];
  for await (const batch of reading.batches) {
    rows.push(...batch.rows);
    errors.push(...batch.errors);
  }
  return { rows, errors, outcome: reading.outcome() };
}

describe('a record', () => {
  it.each([
    ['a;b;c', ['a', 'b', 'c']],
    ['"a;b";c', ['a;b', 'c']],
    ['"a ""b""";', ['a "b"', '']],
    ['12" pipe;x', ['12" pipe', 'x']],
    [' "a" ; b ', ['a', 'b']],
    ['"";""', ['', '']],
    ['"a"b;c', ['ab', 'c']],
    ['"open;c', null],
  ])('%s', (text, expected) => {
    expect(splitRecord(text, ';')).toEqual(expected);
  });

  it.each([
    [['a;b;c', '1,5;2,5;3'], ';'],
    [['a,b', '1,2'], ','],
    [['a\tb', '1\t2'], '\t'],
    [['customer_ref|name', '1|x, y'], '|'],
    [['Extrait de compte, mars', 'date;libelle;montant', '1;2;3'], ';'],
    [['alone'], ';'],
  ] as [string[], string][])('separator of %j is %j', (lines, expected) => {
    expect(separatorOf(lines)).toBe(expected);
  });
});

describe('templates', () => {
  it.each(
    TABLE_KINDS.flatMap(
      (kind) =>
        [
          [kind, 'fr'],
          [kind, 'en'],
        ] as const,
    ),
  )('%s in %s read back without error', async (kind, language) => {
    const { rows, errors, outcome } = await read(kind, templateCsv(kind, language));
    expect(errors).toEqual([]);
    expect(rows).toHaveLength(2);
    expect(outcome).toMatchObject({ ok: true, value: { unused: [] } });
    const inspected = await inspectCsv([Buffer.from(templateCsv(kind, language))]);
    expect(inspected.ok && inspected.value.guesses[0]?.kind).toBe(kind);
  });

  it('say the same in both languages', async () => {
    for (const kind of TABLE_KINDS) {
      expect((await read(kind, templateCsv(kind, 'fr'))).rows).toEqual(
        (await read(kind, templateCsv(kind, 'en'))).rows,
      );
    }
  });
});

describe('mappings', () => {
  it('are refused with the missing columns named', async () => {
    const { outcome } = await read('payments', 'client;note\nC1;x\n');
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'missing_columns', expected: 'paid_on, amount' } });
  });

  it('given by hand win over the guess', async () => {
    const mapping = {
      kind: 'payments' as const,
      columns: { customer_ref: 'A', paid_on: 'B', amount: 'C' },
      dateOrder: 'dmy' as const,
      decimalMarks: {},
    };
    const { rows } = await read('payments', 'A;B;C\nX;01/02/2026;3,50\n', { mapping });
    expect(rows).toMatchObject([{ customerRef: 'X', paidOn: '2026-02-01', amountCents: 350 }]);
    expect(parseMapping(formatMapping(mapping))).toEqual({ ok: true, value: mapping });
  });

  it.each([
    '',
    '[]',
    '{"kind":"fec"}',
    '{"kind":"bank","columns":{"nope":"x"}}',
    '{"kind":"bank","columns":{"amount":3}}',
  ])('documents such as %s are refused', (json) => {
    expect(parseMapping(json)).toMatchObject({ ok: false, refusal: { code: 'unreadable_mapping' } });
  });

  it('do not take a column whose cells do not look right', () => {
    const guess = guessMapping(['Code client', 'Date', 'Montant'], [['C1', 'pas une date', '12,00']], 'payments');
    expect(guess.mapping.columns).not.toHaveProperty('paid_on');
    expect(guess.missing).toEqual(['paid_on']);
  });

  it('prefer the surer header', () => {
    const guess = guessMapping(
      ['Montant HT', 'Montant', 'Montant TTC', 'Client', 'N° facture', 'Date', 'Échéance'],
      [],
      'invoices',
    );
    expect(guess.mapping.columns).toMatchObject({
      gross: 'Montant TTC',
      net: 'Montant HT',
      invoice_number: 'N° facture',
    });
    expect(guess.unused).toEqual(['Montant']);
  });
});

describe('invoices', () => {
  it('without a kind column take it from the sign', async () => {
    const { rows } = await read(
      'invoices',
      'client,invoice number,date,due date,total\nC1,F1,2026-01-01,2026-01-31,10.00\nC1,A1,2026-01-01,2026-01-31,-4.00\n',
    );
    expect(rows).toMatchObject([
      { kind: 'invoice', grossCents: 1000 },
      { kind: 'credit_note', grossCents: 400 },
    ]);
  });

  it('with an ambiguous amount are read where the column tells', async () => {
    const { rows } = await read(
      'invoices',
      'client;facture;date;echeance;ttc\nC1;F1;2026-01-01;2026-01-31;1,234\nC1;F2;2026-01-01;2026-01-31;5.50\n',
    );
    expect(rows).toMatchObject([{ grossCents: 123_400 }, { grossCents: 550 }]);
  });
});

describe('hostile bytes', () => {
  it('give a summary or a refusal, never an exception', async () => {
    const starts = fc.constantFrom(
      '',
      'customer_ref;name\n',
      'date;libelle;montant\n',
      'client,"facture",date,echeance,ttc\n',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...TABLE_KINDS),
        starts,
        fc.uint8Array({ maxLength: 300 }),
        async (kind, start, noise) => {
          const { outcome } = await read(kind, Buffer.concat([Buffer.from(start), noise]));
          expect(typeof outcome.ok).toBe('boolean');
        },
      ),
      { numRuns: 300 },
    );
  });
});
