// People: who did something, as the name of a person. Deeds of the program itself stay the codes that screens word.

import type { Database, Tx } from '@quittance/db/tx';
import { listUserNames } from '@quittance/db/users';

const PERSON = 'user:';

/** The rows with `key`, an actor (`user:<id>`, `setup`, `cli`, `worker`), turned into the person's name; where nobody is known by that
 * id, and for the program's own deeds, the code stays. Asks the database once, and only where a person is meant. */
export async function withPeople<K extends string, R extends Readonly<Record<K, string | null>>>(
  db: Database | Tx,
  key: K,
  rows: readonly R[],
): Promise<R[]> {
  const actors: (string | null)[] = rows.map((row) => row[key]);
  const ids = actors.flatMap((actor) => (actor?.startsWith(PERSON) ? [actor.slice(PERSON.length)] : []));
  if (ids.length === 0) return [...rows];
  const names = await listUserNames(db, [...new Set(ids)]);
  const nameOf = (actor: string | null) =>
    (actor?.startsWith(PERSON) && names.get(actor.slice(PERSON.length))) || actor;
  return rows.map((row) => ({ ...row, [key]: nameOf(row[key]) }));
}

/** The same, of one row. */
export const withPerson = async <K extends string, R extends Readonly<Record<K, string | null>>>(
  db: Database | Tx,
  key: K,
  row: R,
): Promise<R> => (await withPeople(db, key, [row]))[0]!;
