// Styles: a class has one home, and a screen uses only classes of its own feature or of what is loaded with every screen, so that
// nothing looks different because another screen was opened before.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const WEB = fileURLToPath(new URL('../src', import.meta.url));
const UI = fileURLToPath(new URL('../../../packages/ui/src', import.meta.url));

type Source = Readonly<{ path: string; text: string }>;

const sourcesUnder = (root: string, ending: RegExp): Source[] =>
  readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));

const sheets = [...sourcesUnder(WEB, /\.css$/), ...sourcesUnder(UI, /\.css$/)];
const screens = [...sourcesUnder(WEB, /(?<!\.test)\.tsx?$/), ...sourcesUnder(UI, /(?<!\.test)\.tsx?$/)];

const selectorsOf = ({ text }: Source): string[] => {
  const bare = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@[^{;]*[{;]/g, '}');
  return [...bare.matchAll(/(?:^|[{}])\s*([^{}]+)(?=\{)/g)].flatMap(([, list]) => (list ?? '').split(','));
};
/** Class → the sheets where a selector fits `pattern`. */
const sheetsOf = (pattern: RegExp): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const sheet of sheets)
    for (const selector of selectorsOf(sheet))
      for (const [, name = ''] of selector.matchAll(pattern))
        found.set(name, [...new Set([...(found.get(name) ?? []), sheet.path])]);
  return found;
};
/** Where a class opens a selector: a class inside another's is styled for that place alone. */
const homes = sheetsOf(/^\s*\.(q-[\w-]+)/g);
const styled = sheetsOf(/\.(q-[\w-]+)/g);
const featureOf = (path: string): string | null => /^features\/([^/]+)\//.exec(path)?.[1] ?? null;

test('the sheets and the screens were really read', () => {
  expect(sheets.length).toBeGreaterThan(10);
  expect(homes.size).toBeGreaterThan(100);
  expect(screens.length).toBeGreaterThan(300);
});

test('a class is defined by the sheets of one feature alone', () => {
  expect([...homes].filter(([, found]) => new Set(found.map(featureOf)).size > 1)).toEqual([]);
});

test('a screen uses classes of its own feature, or of what every screen is loaded with', () => {
  const strangers = screens.flatMap(({ path, text }) =>
    [...text.matchAll(/className=(?:"([^"]*)"|\{([^}]*)\})/g)]
      .flatMap(([, plain, made]) => [...(plain ?? made ?? '').matchAll(/(?<![\w-])q-[\w-]+(?![\w-]*\$)/g)])
      .map(([name]) => name)
      .filter((name) => !styled.get(name)?.some((home) => [null, featureOf(path)].includes(featureOf(home))))
      .map((name) => `${path}: ${name}`),
  );
  expect(strangers).toEqual([]);
});
