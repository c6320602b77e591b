// Signatures of the formats themselves: PDF 1.7 §7.5.2, PNG §5.2, JPEG SOI, ZIP local header.
import { expect, test } from 'vitest';
import { sniffDocument } from './sniff-document.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

test.each([
  { says: 'a PDF', content: bytes('%PDF-1.7\n'), want: 'application/pdf' },
  { says: 'a PNG', content: bytes('\x89PNG\r\n\x1a\nIHDR'), want: 'image/png' },
  { says: 'a JPEG', content: bytes('\xff\xd8\xff\xe0JFIF'), want: 'image/jpeg' },
  {
    says: 'a workbook',
    content: bytes('PK\x03\x04....xl/workbook.xml....'),
    want: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  { says: 'text with accents', content: Buffer.from('Reçu le 3 mars\n'), want: 'text/plain' },
  { says: 'nothing', content: bytes(''), want: null },
  { says: 'another ZIP', content: bytes('PK\x03\x04....word/document.xml'), want: null },
  { says: 'a program', content: bytes('MZ\x90\x00\x03'), want: null },
  { says: 'a web page', content: bytes(' <!DOCTYPE html><script>alert(1)</script>'), want: null },
  { says: 'a drawing with a script', content: bytes('<svg onload="x">'), want: null },
  { says: 'text that is no UTF-8', content: bytes('\xe9\xe8'), want: null },
])('tells $says', ({ content, want }) => expect(sniffDocument(content)).toBe(want));
