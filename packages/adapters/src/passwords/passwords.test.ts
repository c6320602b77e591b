// Passwords, hashed for real: slow enough to be worth its name, so only a few.
import { describe, expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './passwords.ts';

describe('passwords', () => {
  test('are hashed with argon2id at the parameters OWASP asks for, each with its own salt', async () => {
    const [one, two] = await Promise.all([hashPassword('un bon mot de passe'), hashPassword('un bon mot de passe')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  test('open to the same text only, however its accents were typed', async () => {
    const stored = await hashPassword('été 2026 à Nîmes');
    expect(await verifyPassword('été 2026 à Nîmes'.normalize('NFD'), stored)).toBe(true);
    expect(await verifyPassword('ete 2026 a Nimes', stored)).toBe(false);
  });

  test('never open with a hash that cannot be read', async () => {
    expect(await verifyPassword('anything', '')).toBe(false);
    expect(await verifyPassword('anything', 'plain')).toBe(false);
  });
});
