// OFX as elements: SGML of version 1, where values have no closing tag, and XML of version 2 read alike.

/** An element opened, with the value that follows it where there is one; or closed. */
export type OfxToken = Readonly<{ row: number; name: string; isClosing: boolean; value: string }>;

const TOKEN = /<(\/?)([A-Za-z0-9._]+)\s*>([^<]*)/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,6})|([a-z]{2,4}));/g, (whole, code?: string, name?: string) =>
    code ? String.fromCodePoint(Math.min(Number(code), 0x10ffff)) : (ENTITIES[name ?? ''] ?? whole),
  );

/** The tokens of a text, each with the line it begins on. */
export function* ofxTokens(text: string): Generator<OfxToken, void> {
  let row = 1;
  let counted = 0;
  for (const found of text.matchAll(TOKEN)) {
    for (; counted < found.index; counted++) if (text.charCodeAt(counted) === 10) row++;
    const [, slash, name = '', value = ''] = found;
    yield { row, name: name.toUpperCase(), isClosing: slash === '/', value: decoded(value.trim()) };
  }
}
