// Password rules, as a table.
import { expect, test } from 'vitest';
import { isAcceptablePassword } from './password-rules.ts';

const user = { name: 'Marie Delorme', email: 'marie.delorme@atelier.fr' };

test.each([
  { password: 'onze lettres', may: true },
  { password: 'neuf lett', may: false },
  { password: 'éééééééééa', may: false },
  { password: 'aaaaaaaaaaaa', may: false },
  { password: 'Marie Delorme', may: false },
  { password: 'MARIE.DELORME@atelier.fr', may: false },
  { password: 'marie.delorme', may: false },
  { password: 'marie.delorme 1', may: true },
])('"$password" may be used: $may', ({ password, may }) => expect(isAcceptablePassword(password, user)).toBe(may));
