// A newer export of books already known, in which nothing changed for any customer, beside the first import of such a file.
import { appendFile, copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { generateFec } from '../generate-fec.mjs';
import { importBooks } from '../stand/import-books.mjs';

// One more entry, far from any customer: the file is another one, so every line is read and compared again.
const oneMoreEntry = (run) =>
  [
    ['627000', 'Services bancaires', '1,00', '0,00'],
    ['512000', 'Banque', '0,00', '1,00'],
  ]
    .map(([account, name, debit, credit]) =>
      [
        'BQ',
        'Banque',
        `Z${run}`,
        '20251231',
        account,
        name,
        '',
        '',
        `Z${run}`,
        '20251231',
        'Frais',
        debit,
        credit,
        '',
        '',
        '20251231',
        '',
        '',
      ].join('\t'),
    )
    .join('\r\n');

export const bench = {
  name: 'fec-again',
  what: 'A newer export of known books in which nothing changed for the customers is compared line by line.',
  unit: 'lines',
  reference: 'the first import of the same file',
  target: 'at most 0.3 ×',
  sizes: { small: [1_000, 10_000, 50_000], medium: [10_000, 50_000, 200_000], large: [50_000, 200_000, 1_000_000] },
  async open(size, ground) {
    const first = join(ground.dataDir, `first-${size}.txt`);
    const newer = join(ground.dataDir, `newer-${size}.txt`);
    await generateFec(first, size);
    await copyFile(first, newer);
    const known = await ground.freshDatabase();
    await importBooks(known, first);
    let empty = null;
    let run = 0;
    let exact = 0;
    return {
      warm: false,
      before: async () => {
        run += 1;
        await appendFile(newer, `${oneMoreEntry(run)}\r\n`);
        await empty?.close();
        empty = await ground.freshDatabase();
      },
      ours: () => importBooks(known, newer),
      reference: () => importBooks(empty, first),
      figures: async () => {
        const start = performance.now();
        await importBooks(known, first, 'unchanged');
        exact = performance.now() - start;
        return { sameFileMs: Math.round(exact) };
      },
      close: async () => {
        await known.close();
        await empty?.close();
        await Promise.all([rm(first), rm(newer)]);
      },
    };
  },
};
