// Reading a FEC with every check, customer lines made into records, beside a bare COPY of the same file.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { generateFec } from '../generate-fec.mjs';
import { copyIntoBareTable } from '../stand/copy-lines.mjs';
import { peakRssOf } from '../stand/memory.mjs';
import { readWholeFec } from '../stand/read-whole-fec.mjs';

export const bench = {
  name: 'fec-read',
  what: 'A FEC is read and checked, its customer lines become records; nothing is stored.',
  unit: 'lines',
  reference: 'COPY of the same file into a bare table',
  target: 'memory flat (at most 300 MB) whatever the size',
  sizes: { small: [1_000, 10_000, 100_000], medium: [10_000, 100_000, 316_000], large: [100_000, 316_000, 1_000_000] },
  async open(size, ground) {
    const database = await ground.freshDatabase();
    const path = join(ground.dataDir, `read-${size}.txt`);
    await generateFec(path, size);
    return {
      ours: () => readWholeFec(path),
      reference: () => copyIntoBareTable(database.admin, path),
      figures: async (medianMs) => ({
        linesPerSecond: Math.round((size / medianMs) * 1_000),
        peakRssMib: await peakRssOf('read-fec', path),
      }),
      close: async () => {
        await database.close();
        await rm(path);
      },
    };
  },
};
