// Keys of movements as the database keeps them.
import { hash } from 'node:crypto';
import { type MovementTraits, movementKey } from '@quittance/core/intake';

/** The md5 of a movement's key, written as a uuid. */
export const hashedKey = (movement: MovementTraits): string =>
  hash('md5', movementKey(movement)).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
