// Prose: rendered text cut into blocks that a layout can draw. Blank lines part paragraphs, `**` makes bold, `- ` lists,
// and two markers alone on their line say where the invoices and the ways to pay go.

/** A stretch of text in one weight. */
export type ProseRun = Readonly<{ text: string; bold: boolean }>;

export type ProseBlock =
  | Readonly<{ kind: 'paragraph'; lines: readonly (readonly ProseRun[])[] }>
  | Readonly<{ kind: 'list'; items: readonly (readonly ProseRun[])[] }>
  | Readonly<{ kind: 'invoices' }>
  | Readonly<{ kind: 'payment' }>;

const MARKERS: Readonly<Record<string, 'invoices' | 'payment'>> = {
  '[[factures]]': 'invoices',
  '[[invoices]]': 'invoices',
  '[[paiement]]': 'payment',
  '[[payment]]': 'payment',
};

// Data may hold the characters of our markup. They travel as private-use characters through the template and come back here.
const SHIELDED: readonly (readonly [plain: string, shielded: string])[] = [
  ['*', '\uE000'],
  ['[', '\uE001'],
  ['-', '\uE002'],
];

/** Makes a text from the data inert in a template: one line, no control or private-use characters, no markup. */
export function shield(text: string): string {
  let plain = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/[\uE000-\uE002\u202A-\u202E\u2066-\u2069]/g, '');
  plain = plain.trim();
  for (const [mark, hidden] of SHIELDED) plain = plain.replaceAll(mark, hidden);
  return plain;
}

/** Gives shielded characters back; for rendered text that goes nowhere near the block reader (subjects, SMS). */
export function unshield(text: string): string {
  let plain = text;
  for (const [mark, hidden] of SHIELDED) plain = plain.replaceAll(hidden, mark);
  return plain;
}

/** Words typed by a person for one message: no control, direction or private-use characters; line feeds stay, others become one. */
export const cleanProse = (text: string): string =>
  text
    .replace(/\r\n?|[\p{Zl}\p{Zp}]/gu, '\n')
    .replace(/[^\P{Cc}\n]+/gu, ' ')
    .replace(/[\uE000-\uE002\u202A-\u202E\u2066-\u2069]/g, '')
    .trim();

/** Cuts one line at its `**` pairs; a lone `**` stays as written. */
export function readRuns(line: string): readonly ProseRun[] {
  const parts = line.split('**');
  if (parts.length % 2 === 0) {
    const last = parts.pop() ?? '';
    parts.push(`${parts.pop() ?? ''}**${last}`);
  }
  return parts
    .map((part, i) => ({ text: unshield(part), bold: i % 2 === 1 }))
    .filter((run, i) => run.text !== '' || i === 0);
}

const isItem = (line: string): boolean => line.startsWith('- ');

function readChunk(lines: readonly string[]): readonly ProseBlock[] {
  const blocks: ProseBlock[] = [];
  let from = 0;
  while (from < lines.length) {
    const first = lines[from] ?? '';
    const marker = MARKERS[first.toLowerCase()];
    const like = (line: string): boolean => !MARKERS[line.toLowerCase()] && isItem(line) === isItem(first);
    let to = from + 1;
    if (!marker) while (to < lines.length && like(lines[to] ?? '')) to++;
    const part = lines.slice(from, to);
    if (marker) blocks.push({ kind: marker });
    else if (isItem(first)) blocks.push({ kind: 'list', items: part.map((line) => readRuns(line.slice(2))) });
    else blocks.push({ kind: 'paragraph', lines: part.map(readRuns) });
    from = to;
  }
  return blocks;
}

function readChunks(text: string): readonly ProseBlock[] {
  const chunks = text.split(/\r?\n[^\S\r\n]*(?:\r?\n[^\S\r\n]*)+/);
  return chunks.flatMap((chunk) =>
    readChunk(
      chunk
        .split(/\r?\n/)
        .map((l) => l.trim())
        .filter((l) => l !== ''),
    ),
  );
}

/** Cuts rendered prose into blocks, adding nothing: for scripts, where the table is not drawn. */
export const readScript = (text: string): readonly ProseBlock[] => readChunks(text);

/**
 * Cuts rendered prose into blocks. The invoices and the ways to pay appear exactly once each: where the text does not place
 * them, the invoices come after the last paragraph and the ways to pay right after the invoices; a second marker is dropped.
 */
export function readProse(text: string): readonly ProseBlock[] {
  const read = readChunks(text);
  const blocks = read.filter(
    (block, i) =>
      (block.kind !== 'invoices' && block.kind !== 'payment') || read.findIndex((b) => b.kind === block.kind) === i,
  );
  if (!blocks.some((b) => b.kind === 'invoices')) blocks.push({ kind: 'invoices' });
  if (!blocks.some((b) => b.kind === 'payment'))
    blocks.splice(blocks.findIndex((b) => b.kind === 'invoices') + 1, 0, { kind: 'payment' });
  return blocks;
}
