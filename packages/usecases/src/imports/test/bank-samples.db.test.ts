// Bank files of public sources, where they are at hand, through the whole import: as many movements as another count of their records
// says; told again, nothing is new. Skipped elsewhere.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { day, type OrgId } from '@quittance/core/kernel';
import { insertCompany } from '@quittance/db/companies/write';
import { withOrg } from '@quittance/db/tx';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFile } from '../import-file.ts';
import type { ImportKind } from '../report.ts';
import { importStage } from './import-stage.ts';

const SAMPLES = resolve(
  process.env.QUITTANCE_SAMPLES ?? resolve(import.meta.dirname, '../../../../../../shared/data'),
  'bank',
);

let stage: Awaited<ReturnType<typeof importStage>>;
beforeAll(async () => {
  stage = await importStage();
});
afterAll(() => stage.close());

/** Folders of files, what they are, and their movements counted by records alone. */
const FOLDERS: readonly (readonly [string, ImportKind, RegExp])[] = [
  ['cfonb/pennylane', 'cfonb120', /^04/gm],
  ['cfonb/akretion', 'cfonb120', /^04/gm],
  ['mt940/cmxl', 'mt940', /^:61:/gm],
  ['mt940/jejik', 'mt940', /^:61:/gm],
  ['camt/genkgo', 'camt', /<Ntry>/g],
];
const files = FOLDERS.flatMap(([folder, kind, record]) => {
  const path = join(SAMPLES, folder);
  const names = existsSync(path) ? readdirSync(path, { withFileTypes: true }).filter((one) => one.isFile()) : [];
  return names.map(({ name }) => ({ file: join(folder, name), kind, record }));
});

/** An organization for each file: the samples share invented accounts. */
async function organization(name: string) {
  const { rows } = await sql<{ id: OrgId }>`SELECT create_organization(${name}, ${name}) AS id`.execute(stage.db);
  const orgId = rows[0]!.id;
  const made = await withOrg(stage.db, orgId, (tx) => insertCompany(tx, { code: 'C', name: 'C', siren: null }));
  return { context: { ...stage.context, orgId }, companyId: made.companyId };
}

describe.skipIf(files.length === 0)('bank files of public sources', () => {
  it.each(files.map((one, place) => ({ ...one, place })))('$file', async ({ file, kind, record, place }) => {
    const content = readFileSync(join(SAMPLES, file));
    const { context, companyId } = await organization(`samples-${place}`);
    const bring = (bytes: Buffer) =>
      importFile(context, {
        companyId,
        kind,
        fileName: file,
        open: async function* () {
          yield bytes;
        },
        on: day('2026-01-05'),
      });
    const report = await bring(content);
    const told = content.toString('latin1').match(record)?.length ?? 0;
    const leftAside = report.notes.filter(({ code }) => code === 'movements_announced' || code === 'zero_movements');
    const aside = leftAside.reduce((sum, { count }) => sum + Number(count), 0);
    const all = report.counts.transactions.created + report.errorCount + aside;
    expect({ file, all, code: report.refusal?.code ?? null }).toEqual({
      file,
      all: told,
      // A fragment without any statement; a message whose every entry lacks its day.
      code: report.refusal ? (told === 0 ? 'no_entry' : 'nothing_taken') : null,
    });
    expect((await bring(Buffer.concat([content, Buffer.from('\n')]))).counts.transactions.created).toBe(0);
  });
});
