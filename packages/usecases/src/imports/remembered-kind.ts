// Remembered kind: what files with these very headers were taken for before, which is surer than any guess.
import type { CompanyId } from '@quittance/core/kernel';
import { findMappingKind } from '@quittance/db/imports';
import { inspectCsv } from '@quittance/formats/csv';
import { type Context, readOrganization } from '../context/index.ts';
import { type DetectedFile, detectFile } from './detect-file.ts';
import { layoutOf } from './layout.ts';

/** A file of a company. */
export type FileOfCompany = Readonly<{
  companyId: CompanyId;
  fileName: string;
  open: () => AsyncIterable<Uint8Array>;
}>;

/** What the file is: by its own signs; where it is a table, or nothing known, by what a person said of the same headers before. */
export async function recogniseFile(context: Context, file: FileOfCompany): Promise<DetectedFile> {
  const found = await detectFile(file.fileName, file.open);
  if (found.kind !== 'unknown' && !found.kind.startsWith('csv-')) return found;
  const shown = await inspectCsv(file.open());
  if (!shown.ok) return found;
  const signature = layoutOf(shown.value.headers);
  const kind = await readOrganization(context, (tx) => findMappingKind(tx, { companyId: file.companyId, signature }));
  return kind === undefined ? found : { kind: `csv-${kind}` as DetectedFile['kind'], reason: 'remembered' };
}
