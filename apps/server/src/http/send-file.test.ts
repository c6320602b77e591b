// File names in headers: accents, quotes and tricks (RFC 6266, RFC 8187).
import { expect, test } from 'vitest';
import { dispositionOf } from './send-file.ts';

test.each([
  { name: 'balance.csv', want: `attachment; filename="balance.csv"; filename*=UTF-8''balance.csv` },
  { name: 'âgée.csv', want: `attachment; filename="agee.csv"; filename*=UTF-8''%C3%A2g%C3%A9e.csv` },
  { name: 'a"b\r\nx: y', want: `attachment; filename="a_bx: y"; filename*=UTF-8''a%22b%0D%0Ax%3A%20y` },
  {
    name: "l'été (1).csv",
    want: `attachment; filename="l'ete (1).csv"; filename*=UTF-8''l%27%C3%A9t%C3%A9%20%281%29.csv`,
  },
])('$name', ({ name, want }) => expect(dispositionOf('attachment', name)).toBe(want));
