// Archives: a zip of files to import, each checked whole before anything of it is used.
import { crc32 } from 'node:zlib';
import { ok, type Result } from '@quittance/core/kernel';
import { type ByteSource, type FileRefusal, RefusalSignal, refusedBy } from '../text/index.ts';
import { allBytes, ZipFile } from './zip-file.ts';

/** Files an archive may hold, and what they may inflate to all together. */
const MOST_FILES = 500;
const MOST_BYTES = 1024 * 1024 * 1024;

/** What systems put beside the files people packed. */
const CLUTTER = /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i;

/** An archive in memory. */
export type Archive = Readonly<{
  /** Names of the files, folders included, in alphabetical order. */
  names: readonly string[];
  /** Whether that file can be had whole: damaged, encrypted or swollen ones are refused. */
  check: (name: string) => Promise<Result<null, FileRefusal>>;
  /** Its bytes, from the start each time. */
  open: (name: string) => AsyncGenerator<Buffer, void>;
}>;

/** Opens an archive; refused where it is none, damaged, too large or holds too many files. */
export async function openArchive(source: ByteSource): Promise<Result<Archive, FileRefusal>> {
  try {
    const zip = new ZipFile(await allBytes(source, 'archive'), 'archive');
    const names = zip.names.filter((name) => !name.endsWith('/') && !CLUTTER.test(name)).sort();
    if (names.length > MOST_FILES)
      throw new RefusalSignal('archive_too_large', {
        seen: String(names.length),
        expected: `at most ${MOST_FILES} files`,
      });
    if (names.length === 0) throw new RefusalSignal('empty_file', { expected: 'files to import' });
    let inflated = 0;
    const check = async (name: string): Promise<Result<null, FileRefusal>> => {
      try {
        let sum = 0;
        for await (const chunk of zip.part(name)) {
          sum = crc32(chunk, sum);
          inflated += chunk.length;
          if (inflated > MOST_BYTES)
            throw new RefusalSignal('archive_too_large', { seen: name, expected: 'files of at most 1 GB together' });
        }
        if (sum !== zip.crcOf(name))
          throw new RefusalSignal('damaged_archive', { seen: name, expected: 'its own checksum' });
        return ok(null);
      } catch (error) {
        return refusedBy(error);
      }
    };
    return ok({ names, check, open: (name) => zip.part(name) });
  } catch (error) {
    return refusedBy(error);
  }
}
