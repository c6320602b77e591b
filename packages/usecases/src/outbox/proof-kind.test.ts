// Proof kind: told by first bytes, whatever the file is called.
import { expect, test } from 'vitest';
import { proofKindOf } from './proof-kind.ts';

test.each([
  { name: 'a PDF', start: '%PDF-1.7\n', kind: 'application/pdf' },
  { name: 'a PNG', start: '\u0089PNG\r\n\u001a\n', kind: 'image/png' },
  { name: 'a JPEG', start: '\u00ff\u00d8\u00ff\u00e0', kind: 'image/jpeg' },
  { name: 'a web page', start: '<html>%PDF-', kind: undefined },
  { name: 'a PDF cut short', start: '%PD', kind: undefined },
  { name: 'nothing', start: '', kind: undefined },
])('$name is $kind', ({ start, kind }) => {
  expect(proofKindOf(Buffer.from(start, 'latin1'))).toBe(kind);
});
