// Restore: a backup read and uncompressed into an empty installation, whole or not at all.
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Result } from '@quittance/core/kernel';
import { type Loaded, type LoadRefusal, loadDatabase } from '@quittance/db/backup/write';

export type { Loaded, LoadRefusal } from '@quittance/db/backup/write';

/** `force` replaces what is there; without it a target that holds anything is refused. */
export type RestoreOrder = Readonly<{ ownerUrl: string; force: boolean; log?(line: string): void }>;

/** Restores the backup in `source`, verifies it and its journals, then brings the schema up to date. */
export function restore(order: RestoreOrder, source: Readable): Promise<Result<Loaded, LoadRefusal>> {
  const { ownerUrl, force, log = () => {} } = order;
  const plain = createGunzip();
  pipeline(source, plain, () => {}); // an error of either ends the other, and is met by whoever reads
  return loadDatabase({ ownerUrl, source: plain, force, log });
}
