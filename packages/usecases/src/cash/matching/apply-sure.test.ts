import { describe, expect, it } from 'vitest';
import type { Context } from '../../context/index.ts';
import { clockAt } from '../../ports/index.ts';
import { SureWriter } from './apply-sure.ts';

const lost = new Error('the database is away');
let begun = 0;
const db = {
  transaction: () => {
    begun += 1;
    throw lost;
  },
};
const context = { db, orgId: 1, actor: 'test', clock: clockAt(new Date('2026-03-31T08:00:00Z')) } as unknown as Context;
const settings = { timezone: 'Europe/Paris', policy: { smallDifferenceCents: 0 } };
const writerOf = () => new SureWriter(context, { companyId: 1, settings, onBatch: () => {} } as never);
const proposals = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ transactionId: n, best: { parts: [] } })) as never[];

describe('writing what is certain', () => {
  it('writes nothing where nothing is', async () => {
    expect(await writerOf().end()).toEqual(new Map());
    expect(begun).toBe(0);
  });

  it('begins nothing more once a batch failed, tells who decides at the next, and whoever waits for the end', async () => {
    const writer = writerOf();
    writer.put(proposals(1_200));
    await expect(writer.end()).rejects.toBe(lost);
    // Of three batches the two that are written at once.
    expect(begun).toBe(2);
    expect(() => writer.put(proposals(1))).toThrow(lost);
  });
});
