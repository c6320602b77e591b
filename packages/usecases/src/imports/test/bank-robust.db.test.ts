// Bank files that come at once, cut short, badly written or meant to harm: brought in once, told, or refused; nothing half done.
import type { CompanyId } from '@quittance/core/kernel';
import { createDb, withOrg } from '@quittance/db/tx';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importAndMatch } from '../import-and-match.ts';
import { camt, cfonb, mt940, ofx, type Stretch } from './bank-files.ts';
import { importStage, TODAY } from './import-stage.ts';

let stage: Awaited<ReturnType<typeof importStage>>;
let accounts = 0;
beforeAll(async () => {
  stage = await importStage();
});
afterAll(() => stage.close());

const week = (): Stretch => {
  accounts += 1;
  return {
    openingCents: 0,
    openingOn: '2025-05-30',
    account: String(accounts).padStart(11, '5'),
    lines: Array.from({ length: 50 }, (_, place) => ({
      on: '2025-06-02',
      cents: 1_000 + (place % 3),
      text: 'VIR ÉTÉ',
    })),
  };
};
const movements = (companyId: CompanyId): Promise<number> =>
  withOrg(stage.db, stage.orgId, async (tx) => {
    const { rows } = await sql<{ n: number }>`SELECT count(*)::integer AS n FROM bank_transactions
      WHERE org_id = current_org() AND company_id = ${companyId}`.execute(tx);
    return rows[0]!.n;
  });

describe('at once', () => {
  it('the same file on two connections comes in once', async () => {
    const companyId = await stage.company();
    const content = cfonb(week());
    const both = await Promise.all([1, 2].map(() => stage.bring(companyId, content, { kind: 'cfonb120' })));
    expect(both.map(({ status }) => status).sort()).toEqual(['imported', 'unchanged']);
    expect(await movements(companyId)).toBe(50);
  });

  it('two formats of the same days on two connections make each movement once', async () => {
    const companyId = await stage.company();
    const days = week();
    const both = await Promise.all([
      stage.bring(companyId, cfonb(days), { kind: 'cfonb120' }),
      stage.bring(companyId, mt940(days), { kind: 'mt940' }),
      stage.bring(companyId, ofx(days), { kind: 'ofx' }),
    ]);
    expect(both.map(({ counts }) => counts.transactions.created).sort((a, b) => a - b)).toEqual([0, 0, 50]);
    expect(await movements(companyId)).toBe(50);
  });
});

describe('cut short', () => {
  it('anywhere: what is whole comes in, the rest is told, and the whole file then adds what was missing', async () => {
    const whole = { cfonb120: cfonb, mt940, ofx };
    for (const [kind, write] of Object.entries(whole)) {
      const companyId = await stage.company();
      const content = write(week());
      for (const share of [0.1, 0.5, 0.93]) {
        const cut = content.slice(0, Math.floor(content.length * share));
        const report = await stage.bring(companyId, cut, { kind: kind as 'ofx' });
        expect(['imported', 'refused']).toContain(report.status);
      }
      await stage.bring(companyId, content, { kind: kind as 'ofx' });
      expect([kind, await movements(companyId)]).toEqual([kind, 50]);
    }
  });

  it('XML that stops is refused whole', async () => {
    const companyId = await stage.company();
    const content = camt(week());
    const report = await stage.bring(companyId, content.slice(0, -40), { kind: 'camt' });
    expect(report).toMatchObject({ status: 'refused', refusal: { code: 'malformed_xml' } });
    expect(await movements(companyId)).toBe(0);
  });
});

describe('written badly', () => {
  it('Windows-1252 and UTF-16 are read alike', async () => {
    for (const encode of [
      (text: string) => Buffer.from(text, 'latin1'),
      (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
    ]) {
      const companyId = await stage.company();
      const report = await stage.bring(companyId, encode(cfonb(week())), { kind: 'cfonb120' });
      expect(report).toMatchObject({ status: 'imported', counts: { transactions: { created: 50 } } });
      const { rows } = await withOrg(stage.db, stage.orgId, (tx) =>
        sql<{ label: string }>`SELECT DISTINCT label FROM bank_transactions WHERE company_id = ${companyId}`.execute(
          tx,
        ),
      );
      expect(rows).toEqual([{ label: 'VIR ÉTÉ' }]);
    }
  });

  it('control characters, quotes and backslashes in a text come in as they are', async () => {
    const companyId = await stage.company();
    const days = week();
    const text = "A\\tB';--\\N\\.";
    const lines = [{ on: '2025-06-02', cents: 500, text }];
    await stage.bring(companyId, mt940({ ...days, lines }), { kind: 'mt940' });
    const { rows } = await withOrg(stage.db, stage.orgId, (tx) =>
      sql<{ label: string }>`SELECT label FROM bank_transactions WHERE company_id = ${companyId}`.execute(tx),
    );
    expect(rows).toEqual([{ label: text }]);
  });
});

describe('meant to harm', () => {
  it('entities of an XML document are refused, never opened', async () => {
    const companyId = await stage.company();
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>${camt(
      week(),
    )
      .replace(/^<\?xml[^>]*\?>/, '')
      .replace('VIR ÉTÉ', '&b;&c;')}`;
    expect(await stage.bring(companyId, bomb, { kind: 'camt' })).toMatchObject({
      status: 'refused',
      refusal: { code: 'malformed_xml' },
    });
  });

  it('elements nested without end are refused', async () => {
    const companyId = await stage.company();
    const deep = '<a>'.repeat(100_000);
    const content = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Ntry>${deep}`;
    expect(await stage.bring(companyId, content, { kind: 'camt' })).toMatchObject({
      status: 'refused',
      refusal: { code: 'malformed_xml' },
    });
  });

  it('random bytes of every kind are refused or told, never thrown', async () => {
    const companyId = await stage.company();
    for (const kind of ['camt', 'cfonb120', 'cfonb240', 'mt940', 'ofx', 'csv-bank'] as const)
      for (const content of ['', '\u0000\u0001', '07', ':61:', '<OFX><STMTTRN>', 'x'.repeat(5_000)])
        expect((await stage.bring(companyId, content, { kind })).status).toBe('refused');
  });
});

describe('matching after an import', () => {
  it('that fails leaves the import as it is, and is heard of', async () => {
    const companyId = await stage.company();
    const content = cfonb(week());
    const errors: unknown[] = [];
    const owner = createDb({ url: stage.ownerUrl });
    await sql`ALTER TABLE bank_proposals RENAME TO bank_proposals_away`.execute(owner);
    const report = await importAndMatch(
      stage.context,
      {
        companyId,
        kind: 'cfonb120',
        fileName: 'releve',
        open: async function* () {
          yield Buffer.from(content);
        },
        on: TODAY,
      },
      (error) => errors.push(error),
    );
    await sql`ALTER TABLE bank_proposals_away RENAME TO bank_proposals`.execute(owner);
    expect(report).toMatchObject({ status: 'imported', counts: { transactions: { created: 50 } } });
    await owner.destroy();
    expect(errors).toHaveLength(1);
    expect(await movements(companyId)).toBe(50);
  });
});
