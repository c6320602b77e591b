// Passwords: argon2id hashes in PHC form. The parameters travel in the hash, so they may be raised without locking anybody out.
import { hash, verify } from '@node-rs/argon2';

// OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, 2 passes, 1 lane. 2 is argon2id in the library's enumeration.
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash to store; takes tens of milliseconds on purpose, off the main thread. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), ARGON2ID);

/** Whether the password is the one of the hash; false for a hash that cannot be read. */
export const verifyPassword = (password: string, passwordHash: string): Promise<boolean> =>
  verify(passwordHash, password.normalize('NFKC')).catch(() => false);
