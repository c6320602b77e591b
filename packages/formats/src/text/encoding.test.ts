// Encodings: each one French software writes is recognised and read, wherever chunks are cut.
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { lineBatches } from './lines.ts';
import { NoteBook } from './notes.ts';
import { RefusalSignal } from './refusal.ts';
import { openUtf8 } from './utf8-stream.ts';

const FRENCH = 'Société Générale, façade de l’hôtel à 12 € — été, Noël, où, bœuf';
const CP850_FRENCH = 'Société Générale, façade de l hôtel à 12 F, été, Noël, où';

async function decode(bytes: Buffer, every = 3) {
  const notes = new NoteBook();
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += every) parts.push(bytes.subarray(at, at + every));
  const text = await openUtf8(parts, notes);
  const out: Buffer[] = [];
  for await (const chunk of text.chunks) out.push(chunk);
  return { text: Buffer.concat(out).toString('utf8'), encoding: text.encoding(), notes: notes.all() };
}

describe('encodings', () => {
  it.each([
    ['utf8', 'utf-8', FRENCH, false],
    ['utf8', 'utf-8', FRENCH, true],
    ['utf-16le', 'utf-16le', FRENCH, true],
    ['utf-16be', 'utf-16be', FRENCH, true],
    ['utf-16le', 'utf-16le', FRENCH, false],
    ['utf-16be', 'utf-16be', FRENCH, false],
    ['win1252', 'windows-1252', FRENCH, false],
    ['iso-8859-15', 'iso-8859-15', FRENCH.replace('’', "'").replace('—', '-'), false],
    ['cp850', 'cp850', CP850_FRENCH, false],
    ['utf8', 'ascii', 'Plain text', false],
  ] as const)('reads %s as %s', async (written, encoding, text, addBOM) => {
    expect(await decode(iconv.encode(text, written, { addBOM }))).toEqual({ text, encoding, notes: [] });
  });

  it.each(['é', 'É', 'à', 'ç', 'ê'])('tells CP850 from Windows-1252 by a single %s inside a word', async (letter) => {
    const word = `d${letter}p`;
    expect(await decode(iconv.encode(word, 'cp850'))).toMatchObject({ text: word });
    expect(await decode(iconv.encode(word, 'win1252'))).toMatchObject({ text: word });
  });

  it('decides on the first accent, however late it comes', async () => {
    const text = `${'ascii only '.repeat(60_000)}réglé`;
    expect(await decode(iconv.encode(text, 'win1252'), 65_536)).toMatchObject({ text });
    expect(await decode(Buffer.from(text), 65_536)).toMatchObject({ text, encoding: 'utf-8' });
  });

  it('reads broken UTF-8 with replacement characters and says so', async () => {
    const bytes = Buffer.concat([Buffer.from('réglé '), Buffer.alloc(300_000, 'a'), Buffer.from([0xff, 0x41])]);
    const read = await decode(bytes, 65_536);
    expect(read.notes).toEqual([{ code: 'invalid_utf8', row: null, seen: '', count: 1 }]);
    expect(read.text.endsWith('\ufffdA')).toBe(true);
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'empty_file'],
    ['a PDF', Buffer.from('%PDF-1.4'), 'wrong_format'],
    ['a zip', Buffer.from('PK\u0003\u0004'), 'wrong_format'],
    ['NUL bytes', Buffer.from('abc\u0000\u0000def'), 'binary_file'],
  ] as const)('refuses %s', async (_, bytes, code) => {
    const problem = await decode(bytes).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(RefusalSignal);
    expect((problem as RefusalSignal).refusal.code).toBe(code);
  });
});

describe('lines', () => {
  const read = async (content: string, every = 2) => {
    const bytes = Buffer.from(content);
    const parts: Buffer[] = [];
    for (let at = 0; at < bytes.length; at += every) parts.push(bytes.subarray(at, at + every));
    const lines: (readonly [number, string])[] = [];
    for await (const batch of lineBatches(await openUtf8(parts, new NoteBook()))) {
      for (const { row, text } of batch) lines.push([row, text]);
    }
    return lines;
  };

  it.each(['\n', '\r\n', '\r', '\r\r\n'])('end with %j and keep their numbers', async (end) => {
    const expected = [
      [1, 'un'],
      [2, ''],
      [3, 'trois'],
    ];
    expect(await read(`un${end}${end}trois${end}`)).toEqual(expected);
    expect(await read(`un${end}${end}trois`)).toEqual(expected);
  });
});
