// The file's hash and size, read once before anything else: the same file is recognised without being imported again.
import { createHash } from 'node:crypto';

/** SHA-256 in lower-case hexadecimal, and the number of bytes. */
export async function hashFile(source: AsyncIterable<Uint8Array>): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of source) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}
