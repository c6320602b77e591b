// Accept-Language, RFC 9110 §12.5.4.
import { expect, test } from 'vitest';
import { parseAcceptLanguage } from './reader-language.ts';

test.each([
  { header: 'en', want: 'en' },
  { header: 'fr-FR,fr;q=0.9,en-US;q=0.8,en;q=0.7', want: 'fr' },
  { header: 'de-DE, en;q=0.5, fr;q=0.6', want: 'fr' },
  { header: 'fr;q=0, en', want: 'en' },
  { header: 'de', want: undefined },
  { header: '', want: undefined },
  { header: undefined, want: undefined },
  { header: ';;;,q=', want: undefined },
])('"$header" asks for $want', ({ header, want }) => expect(parseAcceptLanguage(header)).toBe(want));
