// A file written whole or not at all: beside its place first, then moved there.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ok, type Result, refuse } from '@quittance/core/kernel';
import type { CliRefusal } from '../run/answer.ts';

const ONLY_OWNER = 0o600;

/** Lets `write` fill a stream, ended or not, then moves the file to `path`; readable by its owner alone where `secret`. */
export async function writeFileWhole<T>(
  file: Readonly<{ path: string; secret?: boolean }>,
  write: (out: Writable) => Promise<T>,
): Promise<Result<T, CliRefusal>> {
  const draft = `${file.path}.${process.pid}.part`;
  const out = createWriteStream(draft, file.secret ? { mode: ONLY_OWNER } : {});
  try {
    await once(out, 'open');
    const done = await write(out);
    if (!out.writableEnded) out.end();
    await finished(out, { readable: false }).catch((error: Error) => {
      if (!out.writableFinished) throw error;
    });
    await rename(draft, file.path);
    return ok(done);
  } catch (error) {
    out.destroy();
    await rm(draft, { force: true });
    if ((error as { syscall?: string }).syscall === undefined) throw error;
    return refuse({ code: 'file_unwritable', file: file.path, reason: (error as Error).message });
  }
}

/** Writes pieces one after the other. */
export const writePieces =
  (pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) =>
  async (out: Writable): Promise<void> => {
    for await (const piece of pieces) if (!out.write(piece)) await once(out, 'drain');
  };
