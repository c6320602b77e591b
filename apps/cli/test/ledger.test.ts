// quittance aged-balance, kpis, interest, terms-check: figures as of any day, in every form.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CliHouse, openHouseWithBooks } from './cli-house.ts';

let house: CliHouse;
beforeAll(async () => {
  house = await openHouseWithBooks();
});
afterAll(() => house?.close());

describe('books that came in', () => {
  const here = ['--company', 'seconde'];

  it('show the balance as of any day, in every form', async () => {
    const balance = await house.json('aged-balance', '--on', '2026-02-20', ...here);
    expect(balance).toEqual({
      on: '2026-02-20',
      currency: 'EUR',
      buckets: ['not_due', 'd1_30', 'd31_60', 'd61_90', 'd91_plus'],
      customers: [
        {
          ref: 'C10',
          name: 'Atelier Ponsard',
          // 15 January + 30 days = 14 February: six days late.
          cents: { not_due: 0, d1_30: 120_000, d31_60: 0, d61_90: 0, d91_plus: 0 },
          unappliedCents: 50_000,
          totalCents: 70_000,
        },
      ],
      totals: {
        cents: { not_due: 0, d1_30: 120_000, d31_60: 0, d61_90: 0, d91_plus: 0 },
        unappliedCents: 50_000,
        totalCents: 70_000,
      },
    });
    const before = await house.json<{ totals: { totalCents: number } }>('aged-balance', '--on', '2026-02-09', ...here);
    expect(before.totals.totalCents).toBe(120_000);
    const csv = await house.quittance('aged-balance', '--on', '2026-02-20', '--format', 'csv', ...here);
    expect(csv.stdout).toContain('C10;Atelier Ponsard;0,00;1200,00;0,00;0,00;0,00;500,00;700,00;EUR');
    const xlsx = join(house.path, 'balance.xlsx');
    expect(await house.json('aged-balance', '--format', 'xlsx', '--out', xlsx, ...here)).toMatchObject({ file: xlsx });
    expect((await readFile(xlsx)).subarray(0, 2).toString()).toBe('PK');
    const text = await house.quittance('aged-balance', '--on', '2026-02-20', '--lang', 'en', ...here);
    expect(text.stdout).toContain('€700.00');
    const nobody = await house.quittance('aged-balance', '--customer', 'C99', ...here);
    expect({ code: nobody.code, stderr: nobody.stderr.trim() }).toEqual({
      code: 1,
      stderr: 'Aucun client de compte C99.',
    });
  });

  it('give the indicators and the penalties of the law', async () => {
    expect(await house.json('kpis', '--on', '2026-02-20', ...here)).toMatchObject({
      on: '2026-02-20',
      overdueCents: 120_000,
      outstandingCents: 70_000,
      notes: expect.any(Object),
    });
    // 15 February to 10 March 2026: 24 days at 12.15 % (ECB 2.15 + 10) on 1,200.00: 9.587 → 9.59; fixed fee 40.00.
    expect(await house.json('interest', '--invoice', 'FA1', '--on', '2026-03-10', ...here)).toMatchObject({
      segments: [
        { from: '2026-02-15', to: '2026-03-10', days: 24, ratePct: 12.15, principalCents: 120_000, interestCents: 959 },
      ],
      interestCents: 959,
      fixedFeeCents: 4_000,
      totalCents: 4_959,
      basis: { regime: 'business_default' },
    });
    expect(await house.json('terms-check', '--on', '2026-03-10', ...here)).toEqual([]);
  });
});
