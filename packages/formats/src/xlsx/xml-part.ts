// Reading an XML part of a workbook as a stream of what its handlers collect. Prefixes are dropped, malformed XML is refused.
import { StringDecoder } from 'node:string_decoder';
import { SaxesParser } from 'saxes';
import { RefusalSignal } from '../text/index.ts';
import type { ZipFile } from '../zip/index.ts';

/** What a part's elements are given to. Names come without prefix. */
export type PartHandlers = Readonly<{
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}>;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Parses a part chunk by chunk; the caller may take what was collected after each. @throws RefusalSignal `damaged_workbook`. */
export async function* parsePart(zip: ZipFile, name: string, handlers: PartHandlers): AsyncGenerator<void, void> {
  const parser = new SaxesParser();
  const decoder = new StringDecoder('utf8');
  parser.on('opentag', (tag) => handlers.open?.(local(tag.name), tag.attributes));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('closetag', (tag) => handlers.close?.(local(tag.name)));
  parser.on('error', (error) => {
    throw new RefusalSignal('damaged_workbook', { seen: `${name}: ${error.message}`, expected: 'well-formed XML' });
  });
  for await (const chunk of zip.part(name)) {
    parser.write(decoder.write(chunk));
    yield;
  }
  parser.close();
  yield;
}

/** Parses a whole part. */
export async function wholePart(zip: ZipFile, name: string, handlers: PartHandlers): Promise<void> {
  for await (const _ of parsePart(zip, name, handlers));
}
