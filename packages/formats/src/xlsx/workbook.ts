// The frame of a workbook (ECMA-376): its sheets, shared strings, and which cell styles show a number as a date.
import { RefusalSignal } from '../text/index.ts';
import type { ZipFile } from '../zip/index.ts';
import { wholePart } from './xml-part.ts';

/** What the sheets need to be understood. */
export type Workbook = Readonly<{
  /** Parts of the sheets, in the order of the tabs. */
  sheets: readonly string[];
  strings: readonly string[];
  /** Style indexes whose numbers are dates. */
  dateStyles: ReadonlySet<number>;
  is1904: boolean;
}>;

const MOST_STRING_CHARACTERS = 64 * 1024 * 1024;
const WORKBOOK = 'xl/workbook.xml';

/** Reads the frame. @throws RefusalSignal `wrong_format` when the zip is no workbook. */
export async function readWorkbook(zip: ZipFile): Promise<Workbook> {
  if (!zip.has(WORKBOOK))
    throw new RefusalSignal('wrong_format', { seen: 'zip', expected: 'an Excel workbook (.xlsx)' });
  const targets = await readTargets(zip);
  const ids: string[] = [];
  let is1904 = false;
  await wholePart(zip, WORKBOOK, {
    open: (name, attributes) => {
      if (name === 'sheet') ids.push(relationId(attributes));
      if (name === 'workbookPr') is1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
    },
  });
  const sheets = ids.map((id) => targets.get(id) ?? '').filter((target) => zip.has(target));
  return { sheets, strings: await readStrings(zip), dateStyles: await readDateStyles(zip), is1904 };
}

const relationId = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';

async function readTargets(zip: ZipFile): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  const part = 'xl/_rels/workbook.xml.rels';
  if (!zip.has(part)) return targets;
  await wholePart(zip, part, {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id && Target)
        targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  return targets;
}

async function readStrings(zip: ZipFile): Promise<string[]> {
  const strings: string[] = [];
  const part = 'xl/sharedStrings.xml';
  if (!zip.has(part)) return strings;
  let text = '';
  let characters = 0;
  let inText = false;
  let inPhonetic = false;
  await wholePart(zip, part, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 't') inText = !inPhonetic;
      else if (name === 'rPh') inPhonetic = true;
    },
    text: (piece) => {
      if (!inText) return;
      text += piece;
      characters += piece.length;
      if (characters <= MOST_STRING_CHARACTERS) return;
      throw new RefusalSignal('workbook_too_large', { seen: part, expected: 'at most 64 million characters of text' });
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'si') strings.push(text);
    },
  });
  return strings;
}

/** Built-in number formats that are dates: 14-22, 27-36, 45-47, 50-58 (ECMA-376 part 1, 18.8.30). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** A custom format is a date when day, month, year or hour letters stand outside quotes and brackets. */
const isDateCode = (code: string): boolean =>
  /[dmyhjas]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '').replace(/General|Standard/gi, ''));

async function readDateStyles(zip: ZipFile): Promise<Set<number>> {
  const styles = new Set<number>();
  const part = 'xl/styles.xml';
  if (!zip.has(part)) return styles;
  const custom = new Map<number, boolean>();
  let inCellFormats = false;
  let index = 0;
  await wholePart(zip, part, {
    open: (name, attributes) => {
      if (name === 'numFmt') custom.set(Number(attributes.numFmtId), isDateCode(attributes.formatCode ?? ''));
      if (name === 'cellXfs') inCellFormats = true;
      if (name !== 'xf' || !inCellFormats) return;
      const id = Number(attributes.numFmtId ?? 0);
      if (custom.get(id) ?? isBuiltInDate(id)) styles.add(index);
      index++;
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return styles;
}
