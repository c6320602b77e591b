// Send file: an answer that is a file, named safely, never cached, never run by the browser.
import { isFile, type Route } from '@quittance/contracts/route';
import type { FastifyReply } from 'fastify';
import type { FileAnswer } from '../services/index.ts';

const ascii = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\]/g, '_');

/** Content-Disposition of a name, RFC 6266: ASCII for the old, UTF-8 for the others. */
export const dispositionOf = (kind: 'inline' | 'attachment', name: string): string =>
  `${kind}; filename="${ascii(name) || 'file'}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`;

/** Sends a file. PDFs open in the browser, the rest is saved. @throws Error when the contract does not name its type. */
export function sendFile(route: Route, reply: FastifyReply, file: FileAnswer): FastifyReply {
  if (!isFile(route.output) || !route.output.mediaTypes.includes(file.mediaType)) {
    throw new Error(`${route.path} does not promise ${file.mediaType}`);
  }
  const charset = file.mediaType.startsWith('text/') ? '; charset=utf-8' : '';
  const kind = file.mediaType === 'application/pdf' ? 'inline' : 'attachment';
  return reply
    .header('content-type', `${file.mediaType}${charset}`)
    .header('content-disposition', dispositionOf(kind, file.fileName))
    .send(file.content instanceof Uint8Array ? Buffer.from(file.content) : file.content);
}
