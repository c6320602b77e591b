// Golden files: what each reader makes of the files under fixtures/, written from the law and by hand, never from the readers' output.
import { readdirSync, readFileSync } from 'node:fs';
import type { TableKind } from '@quittance/core/intake';
import { describe, expect, it } from 'vitest';
import { readCsv } from './csv/index.ts';
import { readFec } from './fec/index.ts';
import { readXlsx } from './xlsx/index.ts';

const FIXTURES = new URL('../../../fixtures/', import.meta.url);

type Reading = Readonly<{ batches: AsyncIterable<object>; outcome: () => unknown }>;
type Batch = { lines?: unknown[]; rows?: unknown[]; errors: unknown[] };

function cases(folder: string) {
  return readdirSync(new URL(folder, FIXTURES)).map((name) => {
    const base = new URL(`${folder}/${name}/`, FIXTURES);
    const input = readdirSync(base).find((file) => file.startsWith('input'));
    const expected = JSON.parse(readFileSync(new URL('expected.json', base), 'utf8'));
    return { name, bytes: readFileSync(new URL(input ?? 'input', base)), expected };
  });
}

/** Reads in chunks of an awkward size, so that borders fall everywhere. */
function chunked(bytes: Buffer, size: number): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) parts.push(bytes.subarray(at, at + size));
  return parts;
}

async function readAll(reading: Reading) {
  const records: unknown[] = [];
  const errors: unknown[] = [];
  for await (const batch of reading.batches as AsyncIterable<Batch>) {
    records.push(...(batch.lines ?? batch.rows ?? []));
    errors.push(...batch.errors);
  }
  return { records, errors, outcome: reading.outcome() };
}

const open = (reader: string, kind: TableKind, source: Buffer[]): Reading =>
  reader === 'fec' ? readFec(source) : reader === 'csv' ? readCsv(kind, source) : readXlsx(kind, source);

describe('FEC files', () => {
  for (const { name, bytes, expected } of cases('fec')) {
    it.each([7, 1 << 16])(`reads ${name} in chunks of %i bytes`, async (size) => {
      const { records, errors, outcome } = await readAll(readFec(chunked(bytes, size)));
      expect(outcome).toMatchObject({ ok: true, value: expected.outcome });
      expect(records).toMatchObject(expected.lines);
      expect(errors).toMatchObject(expected.errors);
    });
  }
});

describe('CSV files', () => {
  for (const { name, bytes, expected } of cases('csv')) {
    it.each([5, 1 << 16])(`reads ${name} in chunks of %i bytes`, async (size) => {
      const { records, errors, outcome } = await readAll(readCsv(expected.kind, chunked(bytes, size)));
      expect(outcome).toMatchObject({ ok: true, value: expected.outcome });
      expect(records).toMatchObject(expected.rows);
      expect(errors).toMatchObject(expected.errors);
    });
  }
});

describe('the error gallery', () => {
  for (const { name, bytes, expected } of cases('errors').filter(({ expected }) => expected.reader)) {
    it(`says ${name}`, async () => {
      const { records, errors, outcome } = await readAll(open(expected.reader, expected.kind, [bytes]));
      if (expected.refusal) expect(outcome).toMatchObject({ ok: false, refusal: expected.refusal });
      else expect(errors).toMatchObject(expected.errors);
      expect(records).toEqual([]);
    });
  }
});
