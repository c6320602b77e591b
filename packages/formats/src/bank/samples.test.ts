// Bank files of public sources, where they are at hand: as many movements as their own records say. Skipped elsewhere.
import { createReadStream, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCamt, readCfonb120, readMt940 } from './index.ts';

const SAMPLES = process.env.QUITTANCE_SAMPLES ?? resolve(import.meta.dirname, '../../../../../shared/data');

// Movements counted by their records (04, :61:, Ntry) with another tool; sums by hand where the file is small.
const FILES = [
  ['cfonb/pennylane/example.txt', readCfonb120, 3, 6],
  ['cfonb/silarhi/simple-test.txt', readCfonb120, 1, 0],
  ['cfonb/akretion/bank_statement.cfo', readCfonb120, 1, 4],
  ['mt940/cmxl/mt940.sta', readMt940, 3, 16],
  ['mt940/jejik/abnamro.sta', readMt940, 2, 10],
  ['mt940/jejik/ing.sta', readMt940, 1, 7],
  ['mt940/jejik/knab.sta', readMt940, 2, 3],
  ['mt940/jejik/postfinance.sta', readMt940, 2, 4],
  ['mt940/jejik/rabobank-iban.sta', readMt940, 2, 4],
  ['mt940/jejik/triodos.sta', readMt940, 1, 2],
  ['camt/genkgo/camt052.v6.xml', readCamt, 1, 1],
  ['camt/genkgo/camt053.v3.xml', readCamt, 1, 1],
  ['camt/genkgo/camt054.v2.xml', readCamt, 1, 1],
] as const;

describe('bank files of public sources', () => {
  for (const [file, read, statements, movements] of FILES) {
    const path = resolve(SAMPLES, 'bank', file);
    it.skipIf(!existsSync(path))(`reads ${file}`, async () => {
      const result = await read(createReadStream(path));
      if (!result.ok) throw new Error(result.refusal.code);
      expect(result.value.errors).toEqual([]);
      expect(result.value.statements).toHaveLength(statements);
      expect(result.value.statements.flatMap((statement) => statement.movements)).toHaveLength(movements);
    });
  }
});
