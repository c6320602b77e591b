// Real FECs, where they are at hand: each reads to the cent, debits equal to credits. Skipped elsewhere.
import { createReadStream, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFec } from './read-fec.ts';

const SAMPLES = process.env.QUITTANCE_SAMPLES ?? resolve(import.meta.dirname, '../../../../../shared/data');

// Lines and sums counted with another tool.
const FILES = [
  ['fec/0000000001FEC20220831.txt', 5422, 1_018_621_981],
  ['fec/000000000FEC20231231.txt', 2102, 126_535_082],
  ['fec/small/odoo-l10n_fr_fec-expected-pipe.txt', 5, 776_045],
  ['fec/small/odoo-l10n_fr_fec-expected-with-misc-pipe.txt', 7, 826_045],
] as const;

describe('real FECs', () => {
  for (const [file, lines, total] of FILES) {
    const path = resolve(SAMPLES, file);
    it.skipIf(!existsSync(path))(`reads ${file} to the cent`, async () => {
      const reading = readFec(createReadStream(path, { highWaterMark: 4096 }));
      let read = 0;
      for await (const batch of reading.batches) {
        read += batch.lines.length;
        expect(batch.errors).toEqual([]);
      }
      const expected = { lines, unreadable: 0, debitCents: total, creditCents: total, unbalancedCount: 0 };
      expect(reading.outcome()).toMatchObject({ ok: true, value: expected });
      expect(read).toBe(lines);
    });
  }
});
