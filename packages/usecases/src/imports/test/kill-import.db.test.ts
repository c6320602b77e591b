// An importing process killed for good at points all along its way: nothing half-done is ever seen, and the file then goes in.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { customerBalance, fecText, receipt, rowCounts, sale } from '@quittance/testkit/books';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cfonb } from './bank-files.ts';
import { importStage } from './import-stage.ts';

const ROOT = fileURLToPath(new URL('../../../../..', import.meta.url));
const compiled = (path: string): string => JSON.stringify(new URL(`../../../../${path}`, import.meta.url).href);

// Imports the file and says each phase it enters.
const PROGRAM = `
  const { createDb } = await import(${compiled('db/dist/tx/index.js')});
  const { importFile } = await import(${compiled('usecases/dist/imports/index.js')});
  const { createReadStream } = await import('node:fs');
  const [url, file, orgId, companyId, kind] = process.argv.slice(1);
  const clock = { now: () => new Date(), driven: false };
  const context = { db: createDb({ url }), orgId: Number(orgId), actor: 'doomed', clock };
  await importFile(context, { companyId: Number(companyId), kind, fileName: 'books.txt', open: () => createReadStream(file), on: '2025-06-30',
    onProgress: ({ phase }) => console.log(phase) });
  process.exit(0);`;

let stage: Awaited<ReturnType<typeof importStage>>;
let folder: string;
const text = fecText(
  Array.from({ length: 4_000 }, (_, i) => [
    ...sale(String(i), '2024-03-01', `C${i % 50}`, 1_000 + i, { let: `L${i}` }),
    ...receipt(String(i), '2024-04-01', `C${i % 50}`, 1_000 + i - (i % 3), { let: `L${i}` }),
  ]).flat(),
);

beforeAll(async () => {
  spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'packages/usecases'], { cwd: ROOT });
  stage = await importStage();
  folder = await mkdtemp(join(tmpdir(), 'quittance-kill-'));
  await writeFile(join(folder, 'books.txt'), text);
}, 180_000);
afterAll(async () => {
  await stage.close();
  await rm(folder, { recursive: true, force: true });
});

/** Starts the import elsewhere; `phase` resolves when it enters that phase. */
function importElsewhere(
  companyId: number,
  name: string,
  kind: string,
): { child: ChildProcess; phase: (name: string) => Promise<void> } {
  const args = [stage.appUrl, join(folder, name), String(stage.orgId), String(companyId), kind];
  const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: ROOT,
  });
  const lines = createInterface({ input: child.stdout! });
  const phase = (name: string) =>
    new Promise<void>((resolve, reject) => {
      lines.on('line', (line) => line === name && resolve());
      child.once('exit', () => reject(new Error(`ended before ${name}`)));
    });
  return { child, phase };
}

describe('kill -9', () => {
  it('while reading, saving and allocating leaves nothing behind, and the file then goes in', async () => {
    const companyId = await stage.company();
    const before = await rowCounts(stage.db, stage.orgId);
    for (const [name, pause] of [
      ['reading', 30],
      ['saving', 0],
      ['saving', 60],
      ['allocating', 0],
      ['allocating', 60],
    ] as const) {
      const { child, phase } = importElsewhere(companyId, 'books.txt', 'fec');
      await phase(name);
      await new Promise((resolve) => setTimeout(resolve, pause));
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      expect((await ended)[1]).toBe('SIGKILL');
      expect(await rowCounts(stage.db, stage.orgId)).toEqual(before);
    }
    const report = await stage.bring(companyId, text);
    expect(report).toMatchObject({
      status: 'imported',
      openCents: customerBalance(text),
      counts: { invoices: { created: 4_000 } },
    });
    expect(await stage.bring(companyId, text)).toMatchObject({ status: 'unchanged' });
  }, 120_000);

  it('while a bank statement is read and saved leaves nothing behind, and the file then goes in', async () => {
    const companyId = await stage.company();
    const lines = Array.from({ length: 20_000 }, (_, place) => ({
      on: `2025-0${1 + (place % 6)}-1${place % 10}`,
      cents: 1_000 + (place % 7),
      text: `VIR ${place % 50}`,
    }));
    const statement = cfonb({ openingCents: 0, openingOn: '2025-01-01', lines });
    await writeFile(join(folder, 'statement.txt'), statement);
    const before = await rowCounts(stage.db, stage.orgId);
    for (const [name, pause] of [
      ['reading', 60],
      ['saving', 0],
      ['saving', 150],
    ] as const) {
      const { child, phase } = importElsewhere(companyId, 'statement.txt', 'cfonb120');
      await phase(name);
      await new Promise((resolve) => setTimeout(resolve, pause));
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      expect((await ended)[1]).toBe('SIGKILL');
      expect(await rowCounts(stage.db, stage.orgId)).toEqual(before);
    }
    const report = await stage.bring(companyId, statement, { kind: 'cfonb120' });
    expect(report).toMatchObject({ status: 'imported', counts: { transactions: { created: 20_000 } } });
    expect(await stage.bring(companyId, statement, { kind: 'cfonb120' })).toMatchObject({ status: 'unchanged' });
  }, 120_000);
});
