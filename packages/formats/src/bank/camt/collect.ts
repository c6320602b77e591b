// Reads the XML as a stream and hands over the parts that matter, each as a tree, in their order.
import { StringDecoder } from 'node:string_decoder';
import { SaxesParser } from 'saxes';
import { type ByteSource, NoteBook, openUtf8, RefusalSignal } from '../../text/index.ts';
import type { Element } from './tree.ts';

type Growing = { name: string; attributes: Record<string, string>; text: string; children: Element[] };

/** Deeper than this no bank goes. */
const DEEPEST = 40;
const LONGEST_TEXT = 20_000;

/** What is collected: parts of a statement by name, and where statements begin and end. */
export type CamtHandlers = Readonly<{
  /** The namespace of the document, once. */
  message: (namespace: string) => void;
  opened: () => void;
  part: (element: Element) => void;
  closed: () => void;
}>;

const STATEMENTS = new Set(['Stmt', 'Ntfctn', 'Rpt']);
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

class Collector {
  private readonly stack: Growing[] = [];
  private readonly path: string[] = [];
  private readonly handlers: CamtHandlers;

  constructor(handlers: CamtHandlers) {
    this.handlers = handlers;
  }

  open(tag: string, attributes: Record<string, string>): void {
    const name = local(tag);
    if (this.path.length === 0) this.handlers.message(namespaceOf(attributes));
    this.path.push(name);
    if (this.path.length > DEEPEST)
      throw new RefusalSignal('malformed_xml', { seen: name, expected: 'ISO 20022 camt' });
    if (this.stack.length > 0 || this.isPart()) this.stack.push({ name, attributes, text: '', children: [] });
    else if (STATEMENTS.has(name)) this.handlers.opened();
  }

  text(text: string): void {
    const top = this.stack.at(-1);
    if (top && top.text.length < LONGEST_TEXT) top.text += text.slice(0, LONGEST_TEXT);
  }

  close(): void {
    const name = this.path.pop();
    const done = this.stack.pop();
    if (done) {
      const parent = this.stack.at(-1);
      if (parent) parent.children.push(done);
      else this.handlers.part(done);
    } else if (name && STATEMENTS.has(name)) this.handlers.closed();
  }

  /** A direct child of a statement. */
  private isPart(): boolean {
    return STATEMENTS.has(this.path.at(-2) ?? '');
  }
}

const namespaceOf = (attributes: Record<string, string>): string =>
  Object.entries(attributes).find(([key, value]) => key.startsWith('xmlns') && value.includes('camt.'))?.[1] ?? '';

/** Parses a message. @throws RefusalSignal for a file that is not text or not well-formed XML */
export async function collectCamt(source: ByteSource, handlers: CamtHandlers): Promise<void> {
  const text = await openUtf8(source, new NoteBook());
  const parser = new SaxesParser();
  const decoder = new StringDecoder('utf8');
  const collector = new Collector(handlers);
  parser.on('opentag', ({ name, attributes }) => collector.open(name, attributes as Record<string, string>));
  parser.on('text', (piece) => collector.text(piece));
  parser.on('cdata', (piece) => collector.text(piece));
  parser.on('closetag', () => collector.close());
  parser.on('error', (error) => {
    throw new RefusalSignal('malformed_xml', { row: parser.line, seen: error.message, expected: 'well-formed XML' });
  });
  for await (const chunk of text.chunks) parser.write(decoder.write(chunk));
  parser.close();
}
