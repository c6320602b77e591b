// An import of whatever is given: a file, or a zip of files, each brought in on its own with its own report.
import { type Archive, openArchive } from '@quittance/formats/zip';
import type { Context } from '../context/index.ts';
import { detectFile } from './detect-file.ts';
import { importAndMatch } from './import-and-match.ts';
import type { ImportRequest } from './import-file.ts';
import { findOtherSiren } from './other-company.ts';
import type { ImportRefusal, ImportReport } from './report.ts';

/** What is to be imported; `otherCompany` when somebody said that a FEC named after another company is meant. */
export type ImportAllRequest = ImportRequest & Readonly<{ otherCompany?: boolean }>;

type OnError = (error: unknown) => void;

/** Books first, then who is owed by whom, then money: what a file needs has come before it. A table of movements, which names no account, comes last. */
const ORDER = ['fec', 'csv-customers', 'csv-contacts', 'xlsx', 'csv-invoices', 'csv-payments'];

const placeOf = (kind: string): number => {
  if (kind === 'csv-bank') return ORDER.length + 1;
  return ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length;
};

const nothing = async function* (): AsyncGenerator<Uint8Array> {};

/** Imports the file, or every file of the archive it is; one report each, in the order in which they were brought in. */
export async function importAll(
  context: Context,
  request: ImportAllRequest,
  onError: OnError,
): Promise<ImportReport[]> {
  const { reason } = await detectFile(request.fileName, request.open);
  if (reason !== 'zip') return [await importAndMatch(context, request, onError)];
  const archive = await openArchive(request.open());
  if (archive.ok) return importArchive(context, { ...request, archive: archive.value }, onError);
  return [await importAndMatch(context, { ...request, refused: archive.refusal }, onError)];
}

type ArchiveRequest = ImportAllRequest & Readonly<{ archive: Archive }>;

async function importArchive(context: Context, request: ArchiveRequest, onError: OnError): Promise<ImportReport[]> {
  const { archive, ...whole } = request;
  const files = [];
  for (const name of archive.names) {
    const fileName = `${request.fileName}/${name}`;
    const checked = await archive.check(name);
    const open = checked.ok ? () => archive.open(name) : nothing;
    const refused = checked.ok ? await refusalOf(context, whole, { fileName, open }) : checked.refusal;
    const found = checked.ok ? (await detectFile(fileName, open)).kind : 'unknown';
    files.push({ place: placeOf(found), fileName, open, ...(refused ? { refused } : {}) });
  }
  const reports: ImportReport[] = [];
  for (const { place: _, ...file } of files.sort((a, b) => a.place - b.place))
    reports.push(await importAndMatch(context, { ...whole, ...file }, onError));
  return reports;
}

/** Another archive inside, or another company's books. */
async function refusalOf(
  context: Context,
  { companyId, otherCompany }: ImportAllRequest,
  { fileName, open }: Pick<ImportRequest, 'fileName' | 'open'>,
): Promise<ImportRefusal | null> {
  const { kind, reason } = await detectFile(fileName, open);
  if (reason === 'zip') return { code: 'archive_in_archive', row: null, seen: fileName, expected: 'a file' };
  const other = otherCompany ? null : await findOtherSiren(context, { companyId, fileName, kind });
  return other && { code: 'other_company', row: null, seen: other.siren, expected: other.company };
}
