// The word catalogues and the keys that the sources use, read from the files.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

type Tree = { [key: string]: string | Tree };

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });

const flat = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  );

const read = (path: string) => new Map(flat(JSON.parse(readFileSync(path, 'utf8')) as Tree));
const files = filesUnder(SRC);

/** Feature → words of both languages, keys flattened with dots. */
export const catalogues = new Map(
  files
    .filter((path) => path.endsWith('fr.json'))
    .map((path) => {
      const folder = dirname(path);
      const name = relative(SRC, folder).split(/[\\/]/).at(-1) ?? '';
      return [name, { fr: read(path), en: read(join(folder, 'en.json')) }] as const;
    }),
);

/** A key as it is used, or the beginning of keys made from a code. */
export type Use = Readonly<{ feature: string; key: string; isPrefix: boolean; file: string }>;

const argumentsOf = (source: string, from: number): string => {
  let depth = 1;
  let at = from;
  while (depth > 0 && at < source.length) {
    if (source[at] === '(') depth++;
    if (source[at] === ')') depth--;
    at++;
  }
  return source.slice(from, at - 1);
};

const withoutComparisons = (text: string): string => text.replace(/[!=]==\s*'[^']*'/g, '');
const firstArgument = (text: string): string => text.split(/,\s*(?=\{)/)[0] ?? text;

const usesIn = (file: string): Use[] => {
  const source = readFileSync(file, 'utf8');
  const own = /useWords\('([\w-]+)'\)/.exec(source)?.[1] ?? 'words';
  const toUse = (raw: string): Use => {
    const key = raw.replace(/\$\{.*$/s, '');
    const [feature, rest] = key.includes(':') ? (key.split(':') as [string, string]) : [own, key];
    return { feature, key: rest, isPrefix: raw.includes('${'), file: relative(SRC, file) };
  };
  const calls = [...source.matchAll(/(?<![\w.])(?:t|sayCode|told|after)\(/g)].map((call) => {
    const text = withoutComparisons(argumentsOf(source, (call.index ?? 0) + call[0].length));
    return call[0].startsWith('t(') ? firstArgument(text) : text;
  });
  return calls
    .flatMap((text) => [...text.matchAll(/'([^'\n]*)'|`([^`]*)`/g)].map(([, plain, made]) => plain ?? made ?? ''))
    .filter((key) => /^[a-z][\w-]*[:.\w]/i.test(key) && !key.includes(' '))
    .map(toUse);
};

/** Every use in the sources. */
export const uses: readonly Use[] = files
  .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'))
  .flatMap(usesIn);

const lines: readonly string[] = files
  .filter((path) => path.endsWith('.tsx') || path.endsWith('.ts'))
  .flatMap((path) => readFileSync(path, 'utf8').split('\n'));

/** Lines of screens that write a colon between a word and its value, which English sets otherwise than French. */
export const ownColons = lines.filter((line) => !line.includes('?') && /\} : ?(?:[{$<]|$)|`\s: \$/.test(line));

/** Lines of screens that write a number or a day as the browser's language does instead of the reader's. */
export const ownNumbers = lines.filter((line) => /\.toLocale(?:Date|Time)?String\(\)/.test(line));

/** The key without its plural ending. */
export const stemOf = (key: string): string => key.replace(/_(zero|one|other|many)$/, '');

/** Names between double braces, sorted. */
export const holesOf = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name ?? '').sort();
