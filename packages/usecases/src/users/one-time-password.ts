// One-time password: said once to whoever invites or resets, passed on by them, replaced by its user.
import { randomInt } from 'node:crypto';

/** Letters and digits that are not taken for one another when read aloud or copied by hand. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const EACH = 4;

/** Sixteen signs in four groups, about 79 bits: `k7fm-2xqp-9rwt-h4ds`. */
export const makeOneTimePassword = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: EACH }, () => SIGNS[randomInt(SIGNS.length)]).join(''),
  ).join('-');
