// Who uses the server of a data folder: one file per opening, named after its process, so that the last one stops it.
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isIdentityAlive, ownIdentity } from './identity.ts';

let openings = 0;

/** Records this process as a user of the server and returns what takes the record back. Call under the start lock. */
export function registerUser(folder: string): () => void {
  openings += 1;
  const path = join(folder, `${ownIdentity()}+${process.hrtime.bigint()}.${openings}`);
  writeFileSync(path, '', { mode: 0o600 });
  return () => rmSync(path, { force: true });
}

/** How many living users there are; records left by crashed ones are removed. Call under the start lock. */
export function countLiveUsers(folder: string): number {
  const records = readdirSync(folder);
  const dead = records.filter((name) => !isIdentityAlive(name.split('+')[0] ?? ''));
  for (const name of dead) rmSync(join(folder, name), { force: true });
  return records.length - dead.length;
}
