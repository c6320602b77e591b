// Find faults: every one a text has, not the first alone. The engine stops at the first; what is at fault is blanked and it reads on.
import type { TemplateRefusal } from '@quittance/usecases/ports';
import { LiquidError } from 'liquidjs';
import { readTemplateError } from './template-refusal.ts';

/** So many faults are told of one text; mending them shows the others. */
const MOST_FAULTS = 20;

/** What was blanked on the way, which explains faults that are only its echo. */
type Echoes = {
  /** Openers blanked: each leaves an `end…` or `else` behind. */
  openers: number;
  /** Misspelt `end…` blanked: each leaves its opener unclosed. */
  closers: number;
  /** Names that blanked tags would have given a value: "i" of "for i in". */
  readonly names: Set<string>;
};

const OPENERS = ['for', 'if', 'unless', 'case', 'capture', 'raw', 'comment'];

/** From the delimiter before the fault to the one that closes it; to the end of the line where none does. */
function pieceAt(source: string, at: number): Readonly<{ begin: number; end: number }> {
  const begin = Math.max(source.lastIndexOf('{%', at), source.lastIndexOf('{{', at), 0);
  const close = source.startsWith('{{', begin) ? '}}' : '%}';
  const line = source.indexOf('\n', begin);
  const endOfLine = line === -1 ? source.length : line;
  const closed = source.indexOf(close, begin + 2);
  const next = /\{[{%]/g;
  next.lastIndex = begin + 2;
  const following = next.exec(source)?.index ?? source.length;
  if (closed !== -1 && closed < following) return { begin, end: closed + 2 };
  return { begin, end: Math.max(begin + 1, Math.min(following, endOfLine)) };
}

const blanked = (source: string, begin: number, end: number): string =>
  source.slice(0, begin) + source.slice(begin, end).replace(/[^\n]/g, ' ') + source.slice(end);

/** Opened, and another opened before it is closed: the engine would take both for one. Quoted delimiters are left to the engine. */
const UNCLOSED = /\{[{%](?:(?![%}]\}|["'\n]|\{[{%]).)*(?=\n(?:(?![%}]\}|["']).|\n)*?\{[{%]|\{[{%])/g;

const unclosed = (source: string): Readonly<{ fault: TemplateRefusal; begin: number; end: number }>[] =>
  [...source.matchAll(UNCLOSED)].map(({ index, 0: piece }) => {
    const before = source.slice(0, index);
    const [line, column] = [before.split('\n').length, index - before.lastIndexOf('\n')];
    const seen = piece.trim().slice(0, 60);
    return {
      fault: { code: 'template_syntax', line, column, seen, detail: 'not closed' },
      ...{ begin: index, end: index + piece.length },
    };
  });

/** Notes what a blanked piece leaves behind; `isUnknown`: it is a tag that does not exist. */
function noteEchoes(echoes: Echoes, piece: string, isUnknown: boolean): void {
  const [, tag = '', name] = /^\{%-?\s*(\w+)\s*(\w+)?/.exec(piece) ?? [];
  if (name && /^\{%-?\s*\w+\s+\w+\s*(?:in\b|=|-?%\})/.test(piece)) echoes.names.add(name);
  if (OPENERS.includes(tag) || (isUnknown && !tag.startsWith('end'))) echoes.openers += 1;
  if (isUnknown && tag.startsWith('end')) echoes.closers += 1;
}

/** Whether a fault is only what an earlier one left; an `end…` uses its opener up. */
function isEcho(echoes: Echoes, message: string): boolean {
  if (/^tag "(?:else|elsif|when)" not found/.test(message)) return echoes.openers > 0;
  if (/^tag "end\w+" not found/.test(message) && echoes.openers > 0) {
    echoes.openers -= 1;
    return true;
  }
  if (/^tag .* not closed/s.test(message) && echoes.closers > 0) {
    echoes.closers -= 1;
    return true;
  }
  return false;
}

/** What `read` says of a text that holds: the variables used, with the place of each. */
type Variable = Readonly<{ name: string; line: number; column: number }>;

/**
 * Faults of a text, in its order. `read` parses and throws the engine's errors; `isKnown` says which variables there are. Variables used
 * are those of the text once its faults are blanked.
 */
export function findFaults(
  source: string,
  read: (source: string) => readonly Variable[],
  isKnown: (name: string) => boolean,
): Readonly<{ faults: readonly TemplateRefusal[]; used: readonly Variable[] }> {
  const faults: TemplateRefusal[] = [];
  const echoes: Echoes = { openers: 0, closers: 0, names: new Set() };
  let text = source;
  let used: readonly Variable[] = [];
  let isFirst = true;
  while (faults.length < MOST_FAULTS) {
    try {
      used = read(text).filter(({ name }) => !echoes.names.has(name.split(/[.[]/)[0] ?? ''));
      break;
    } catch (error) {
      const fault = readTemplateError(error);
      const place = LiquidError.is(error) ? error.token : null;
      if (!place) return { faults: [...faults, fault], used: [] };
      const open = isFirst ? unclosed(text) : [];
      isFirst = false;
      for (const each of open) {
        faults.push(each.fault);
        noteEchoes(echoes, text.slice(each.begin, each.end), false);
        text = blanked(text, each.begin, each.end);
      }
      if (open.length > 0) continue;
      const { begin, end } = pieceAt(text, place.begin);
      if (text.slice(begin, end).trim() === '') return { faults: [...faults, fault], used: [] };
      if (!isEcho(echoes, fault.detail)) {
        faults.push(fault);
        noteEchoes(echoes, text.slice(begin, end), /^tag "\w+" not found/.test(fault.detail));
      }
      text = blanked(text, begin, end);
    }
  }
  const unknown = used.filter(({ name }) => !isKnown(name));
  const said = unknown.map(({ name, line, column }) => ({
    ...({ code: 'unknown_field', line, column, seen: name, detail: 'not in the catalogue' } as const),
  }));
  const all = [...faults, ...said].sort((a, b) => a.line - b.line || a.column - b.column);
  return { faults: all.slice(0, MOST_FAULTS), used };
}
