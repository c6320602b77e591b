// quittance import: files one after the other, each whole or not at all, with what came of each.
import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fill } from '@quittance/contracts/messages';
import { type Day, ok, type Result, refuse } from '@quittance/core/kernel';
import { parseMapping, type TableMapping } from '@quittance/formats/csv';
import { findOtherSiren, type ImportKind, type ImportReport, importAll } from '@quittance/usecases/imports';
import { type CliRefusal, WrongUse } from '../../run/answer.ts';
import type { Call } from '../../run/cli.ts';
import { answer, type CompanyDesk, conclude, type Desk, type Outcome } from '../../run/desk.ts';
import { inCompany } from '../../run/in-house.ts';
import { progressTeller } from './progress.ts';
import { reportText } from './report-text.ts';

type Options = Readonly<{
  on?: Day;
  dryRun?: boolean;
  strict?: boolean;
  mapping?: string;
  account?: string;
  otherCompany?: boolean;
}>;

const PIECE = 1 << 18;

/** Why a file cannot be read from, or null: a folder opens, but nothing comes out of it. */
async function problemOf(file: string): Promise<string | null> {
  try {
    const handle = await open(file);
    await handle.read(Buffer.alloc(1), 0, 1, null).finally(() => handle.close());
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

async function checkReadable(files: readonly string[]): Promise<Result<null, CliRefusal>> {
  for (const file of files) {
    const problem = await problemOf(file);
    if (problem !== null) return refuse({ code: 'file_unreadable', file, reason: problem });
  }
  return ok(null);
}

/** A FEC whose name carries another SIREN than the company's stops everything, unless the user said that it is meant. */
async function checkCompany(
  { context, settings: { companyId } }: CompanyDesk,
  asked: Readonly<{ kind: string; files: readonly string[]; options: Options }>,
): Promise<Result<null, CliRefusal>> {
  if (asked.options.otherCompany || (asked.kind !== 'fec' && asked.kind !== 'auto')) return ok(null);
  for (const file of asked.files) {
    const other = await findOtherSiren(context, { companyId, fileName: basename(file), kind: 'fec' });
    if (other) return refuse({ code: 'other_company', file, ...other });
  }
  return ok(null);
}

async function readMapping({ words }: Desk, file: string | undefined): Promise<TableMapping | undefined> {
  if (file === undefined) return undefined;
  const json = await readFile(file, 'utf8').catch((error: Error) => {
    throw new WrongUse(fill(words.usageErrors.mapping, { seen: file, expected: error.message }));
  });
  const mapping = parseMapping(json);
  if (!mapping.ok) throw new WrongUse(fill(words.usageErrors.mapping, { ...mapping.refusal }));
  return mapping.value;
}

async function importEach(
  desk: CompanyDesk,
  asked: Readonly<{
    kind: ImportKind | 'auto';
    files: readonly string[];
    mapping: TableMapping | undefined;
    options: Options;
  }>,
): Promise<ImportReport[]> {
  const { context, settings, on } = desk;
  const { dryRun = false, strict = false, account } = asked.options;
  const reports: ImportReport[] = [];
  for (const file of asked.files) {
    const request = {
      companyId: settings.companyId,
      kind: asked.kind,
      fileName: basename(file),
      open: () => createReadStream(file, { highWaterMark: PIECE }),
      ...(asked.mapping ? { mapping: asked.mapping } : {}),
      account,
      strict,
      dryRun,
      on,
      onProgress: progressTeller(desk, file),
    };
    const more = asked.options.otherCompany ? { otherCompany: true } : {};
    const brought = await importAll(context, { ...request, ...more }, (error) => desk.say(String(error)));
    reports.push(
      ...brought.map((report) => ({ ...report, file: file.slice(0, -basename(file).length) + report.file })),
    );
  }
  return reports;
}

function concluded(reports: readonly ImportReport[], desk: CompanyDesk): Outcome {
  const refused = reports.filter((report) => report.status === 'refused').length;
  const text = reports.map((report) => reportText(report, desk)).join('\n\n');
  return answer(
    reports,
    text,
    refused === 0 ? undefined : fill(desk.words.says.someRefused, { count: refused }, desk.language),
  );
}

/** The command. */
export async function run(desk: Desk, { args: [kind, ...files], options }: Call<Options>): Promise<number> {
  const readable = await checkReadable(files);
  if (!readable.ok) return conclude(desk, async () => readable);
  const mapping = await readMapping(desk, options.mapping);
  const asked = { kind: kind as ImportKind | 'auto', files, mapping, options };
  return inCompany(desk, options, async (inside) => {
    const own = await checkCompany(inside, asked);
    return own.ok ? concluded(await importEach(inside, asked), inside) : own;
  });
}
