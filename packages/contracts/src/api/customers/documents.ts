// Documents of a customer: a contract, an order, a delivery note … kept by hash and opened without being run.
import type { CustomerId, InvoiceId } from '@quittance/core/kernel';
import { z } from 'zod';
import { file, route, upload } from '../../route/index.ts';
import { idParam, idValue, instantValue } from '../../values/index.ts';

const MOST_BYTES = 10 * 1024 * 1024;
/** What a document is. */
export const DOCUMENT_KINDS = ['contract', 'order', 'delivery_note', 'correspondence', 'proof', 'other'] as const;
const kind = z.enum(DOCUMENT_KINDS);

/** What content may be kept, told from its bytes. */
export const DOCUMENT_TYPES = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'text/plain',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;

/** A document in force. */
export const documentView = z.strictObject({
  documentId: idValue(),
  customerId: idValue<CustomerId>(),
  invoiceId: idValue<InvoiceId>().nullable(),
  name: z.string(),
  kind,
  mediaType: z.string(),
  bytes: z.int(),
  author: z.string(),
  addedAt: instantValue,
});

export type DocumentView = z.output<typeof documentView>;

const documentId = z.strictObject({ documentId: idParam() });

export const documents = {
  list: route({
    method: 'GET',
    path: '/api/v1/customers/:customerId/documents',
    permission: 'ledger.read',
    summary: 'Documents of a customer, newest first.',
    params: z.strictObject({ customerId: idParam<CustomerId>() }),
    output: z.strictObject({ items: z.array(documentView) }),
    refusals: [],
  }),
  add: route({
    method: 'POST',
    path: '/api/v1/customers/:customerId/documents',
    permission: 'note.write',
    summary: 'Keep a document: PDF, PNG, JPEG, text or XLSX of at most 10 MB.',
    params: z.strictObject({ customerId: idParam<CustomerId>() }),
    query: z.strictObject({ kind: kind.default('other'), invoiceId: idParam<InvoiceId>().optional() }),
    body: upload(MOST_BYTES),
    output: documentView,
    status: 201,
    refusals: ['file_refused'],
  }),
  open: route({
    method: 'GET',
    path: '/api/v1/documents/:documentId/file',
    permission: 'ledger.read',
    summary: 'The document itself.',
    params: documentId,
    output: file(...DOCUMENT_TYPES),
    refusals: [],
  }),
  remove: route({
    method: 'POST',
    path: '/api/v1/documents/:documentId/remove',
    permission: 'note.write',
    summary: 'Take a document away, or bring it back; the file itself is kept.',
    params: documentId,
    body: z.strictObject({ removed: z.boolean() }),
    output: documentView,
    refusals: [],
  }),
};
