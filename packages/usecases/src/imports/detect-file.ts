// What kind of file this is, from its name and first bytes: `import auto`, and the upload screen.
import { detectKind } from '@quittance/formats/detect';
import { HEAD_BYTES, readHead } from '@quittance/formats/text';
import type { ImportKind } from './report.ts';

/** A file's kind, and the sign it was told by. */
export type DetectedFile = Readonly<{ kind: ImportKind | 'unknown'; reason: string }>;

/** The kind recognised, or `unknown` with the reason. */
export async function detectFile(fileName: string, open: () => AsyncIterable<Uint8Array>): Promise<DetectedFile> {
  const { head, whole } = await readHead(open(), HEAD_BYTES);
  await whole.return();
  const found = await detectKind(fileName, head);
  return { kind: found.kind === 'csv' ? `csv-${found.table}` : found.kind, reason: found.reason };
}
