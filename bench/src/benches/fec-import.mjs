// A FEC is imported for the first time, each run into a database of its own, beside a bare COPY of the same file.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { generateFec } from '../generate-fec.mjs';
import { copyIntoBareTable } from '../stand/copy-lines.mjs';
import { importBooks } from '../stand/import-books.mjs';
import { peakRssOf } from '../stand/memory.mjs';

const FEWER_RUNS_FROM = 500_000;

export const bench = {
  name: 'fec-import',
  what: 'A FEC becomes customers, invoices, payments and lettering, the file is kept, all in one transaction.',
  unit: 'lines',
  reference: 'COPY of the same file into a bare table',
  target: 'at most 6 ×, memory flat (at most 300 MB) whatever the size',
  sizes: { small: [1_000, 10_000, 50_000], medium: [10_000, 50_000, 200_000], large: [50_000, 200_000, 1_000_000] },
  async open(size, ground) {
    const path = join(ground.dataDir, `000042713FEC20251231-${size}.txt`);
    await generateFec(path, size);
    let database = null;
    const fresh = async () => {
      await database?.close();
      database = await ground.freshDatabase();
    };
    await fresh();
    return {
      warm: size < FEWER_RUNS_FROM ? undefined : false,
      before: fresh,
      ours: () => importBooks(database, path),
      reference: () => copyIntoBareTable(database.admin, path),
      figures: async (medianMs) => {
        await fresh();
        return {
          linesPerSecond: Math.round((size / medianMs) * 1_000),
          peakRssMib: await peakRssOf('import-fec', database.appUrl, database.orgId, database.companyId, path),
        };
      },
      close: async () => {
        await database.close();
        await rm(path);
      },
    };
  },
};
