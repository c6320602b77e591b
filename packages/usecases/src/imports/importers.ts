// Which importer takes which kind of file. A kind without one is recognised and refused; the file is not lost, it is still the user's.
import { importFec } from './fec/import-fec.ts';
import type { Importer } from './importer.ts';
import type { ImportKind } from './report.ts';

/** The importers there are. */
export const IMPORTERS: Readonly<Partial<Record<ImportKind, Importer>>> = {
  fec: importFec,
};
