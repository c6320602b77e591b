// Password rules: long enough, and not the user's own name or address. Length beats decoration (NIST SP 800-63B, 5.1.1.2).

/** Shortest password, in characters. */
export const PASSWORD_MIN_LENGTH = 10;

/** Whether a password may be used by the user of that name and address. */
export function isAcceptablePassword(password: string, user: Readonly<{ name: string; email: string }>): boolean {
  const own = [user.name, user.email, user.email.split('@')[0] ?? ''].map((text) => text.trim().toLowerCase());
  const text = password.normalize('NFKC').toLowerCase();
  return [...text].length >= PASSWORD_MIN_LENGTH && !own.includes(text) && new Set(text).size > 2;
}
