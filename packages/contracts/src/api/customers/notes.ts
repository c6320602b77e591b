// Notes: what a colleague should know of a customer, or of one of its invoices.
import type { CustomerId, InvoiceId } from '@quittance/core/kernel';
import { z } from 'zod';
import { route } from '../../route/index.ts';
import { idParam, idValue, instantValue, noteText } from '../../values/index.ts';

const text = noteText.min(1);

/** A note in force. */
export const noteView = z.strictObject({
  noteId: idValue(),
  customerId: idValue<CustomerId>(),
  invoiceId: idValue<InvoiceId>().nullable(),
  invoiceNumber: z.string().nullable(),
  text: z.string(),
  author: z.string(),
  writtenAt: instantValue,
});

export type NoteView = z.output<typeof noteView>;

const noteId = z.strictObject({ noteId: idParam() });

export const notes = {
  list: route({
    method: 'GET',
    path: '/api/v1/customers/:customerId/notes',
    permission: 'ledger.read',
    summary: 'Notes on a customer or one of its invoices, newest first.',
    params: z.strictObject({ customerId: idParam<CustomerId>() }),
    query: z.strictObject({ invoiceId: idParam<InvoiceId>().optional() }),
    output: z.strictObject({ items: z.array(noteView) }),
    refusals: [],
  }),
  create: route({
    method: 'POST',
    path: '/api/v1/customers/:customerId/notes',
    permission: 'note.write',
    summary: 'Write a note on a customer, or on one of its invoices.',
    params: z.strictObject({ customerId: idParam<CustomerId>() }),
    body: z.strictObject({ text, invoiceId: idValue<InvoiceId>().nullable().default(null) }),
    output: noteView,
    status: 201,
    refusals: [],
  }),
  update: route({
    method: 'PUT',
    path: '/api/v1/notes/:noteId',
    permission: 'note.write',
    summary: 'Rewrite a note; the journal keeps what it said.',
    params: noteId,
    body: z.strictObject({ text }),
    output: noteView,
    refusals: [],
  }),
  remove: route({
    method: 'POST',
    path: '/api/v1/notes/:noteId/remove',
    permission: 'note.write',
    summary: 'Take a note away, or bring it back.',
    params: noteId,
    body: z.strictObject({ removed: z.boolean() }),
    output: noteView,
    refusals: [],
  }),
};
