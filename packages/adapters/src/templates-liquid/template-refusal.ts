// Template refusal: what liquidjs throws, read as a code, a place and the piece at fault.
import type { TemplateRefusal } from '@quittance/usecases/ports';
import { LiquidError } from 'liquidjs';

const SEEN_LIMIT = 60;
const cut = (text: string): string => (text.length > SEEN_LIMIT ? `${text.slice(0, SEEN_LIMIT)}…` : text);

type Kind = readonly [code: TemplateRefusal['code'], pattern: RegExp];

// liquidjs 10 has one message per cause and no codes; the tests hold each of them.
const KINDS: readonly Kind[] = [
  ['too_long', /^parse length limit exceeded/],
  ['too_expensive', /^(?:memory alloc|template render|template) limit exceeded/],
  ['unknown_field', /^undefined variable: ([^,]+)/],
  ['unknown_filter', /^undefined filter: ([^,]+)/],
  [
    'template_syntax',
    /^(?:tag "([^"]+)" not found|(?:invalid|unexpected|illegal) .*?: ?"?([^",]*)|(?:output|tag) "?(.*?)"? not closed)/s,
  ],
];

/** Reads an error of the engine. Anything that is not one of its own is a bug and is thrown again. */
export function readTemplateError(error: unknown): TemplateRefusal {
  const isOwn = error instanceof Error && (LiquidError.is(error) || error.name === 'AssertionError');
  if (!isOwn) throw error;
  const [line, column] = LiquidError.is(error) ? (error.token.getPosition() as [number, number]) : [1, 1];
  for (const [code, pattern] of KINDS) {
    const match = pattern.exec(error.message);
    if (match) return { code, line, column, seen: cut(match.slice(1).find(Boolean) ?? ''), detail: cut(error.message) };
  }
  return { code: 'template_syntax', line, column, seen: '', detail: cut(error.message) };
}
