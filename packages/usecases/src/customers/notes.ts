// Notes on customers and their invoices: written, rewritten, taken away, brought back; the journal keeps what each said.
import { type CompanyId, type CustomerId, type InvoiceId, ok, type Result, refuse } from '@quittance/core/kernel';
import { findNote, type NoteRow } from '@quittance/db/customers';
import { insertNote, setNoteRemoved, updateNote } from '@quittance/db/customers/write';
import { appendEvent } from '@quittance/db/journal';
import type { Tx } from '@quittance/db/tx';
import { type Context, inOrganization } from '../context/index.ts';

type Known = Readonly<{ companyId: CompanyId; noteId: number }>;
type NoSuchNote = Readonly<{ code: 'not_found' }>;

const tell = (tx: Tx, context: Context, event: Readonly<{ kind: string; note: NoteRow; payload: object }>) => {
  const { note, kind, payload } = event;
  const about = { noteId: note.noteId, invoiceId: note.invoiceId };
  const line = { kind, actor: context.actor, subject: 'customer', subjectId: note.customerId };
  return appendEvent(tx, { ...line, payload: { ...about, ...payload } });
};

/** Writes a note. Refuses `not_found` for a customer of others, or an invoice that is not this customer's. */
export const writeNote = (
  context: Context,
  given: Readonly<{ companyId: CompanyId; customerId: CustomerId; invoiceId: InvoiceId | null; text: string }>,
): Promise<Result<NoteRow, NoSuchNote>> =>
  inOrganization(context, async (tx) => {
    const noteId = await insertNote(tx, { ...given, author: context.actor });
    if (noteId === undefined) return refuse({ code: 'not_found' });
    const note = (await findNote(tx, given.companyId, noteId))!;
    await tell(tx, context, { kind: 'note.added', note, payload: { text: given.text } });
    return ok(note);
  });

/** Rewrites a note. */
export const rewriteNote = (
  context: Context,
  { companyId, noteId, text }: Known & Readonly<{ text: string }>,
): Promise<Result<NoteRow, NoSuchNote>> =>
  inOrganization(context, async (tx) => {
    const note = await findNote(tx, companyId, noteId);
    if (!note) return refuse({ code: 'not_found' });
    await updateNote(tx, noteId, text);
    await tell(tx, context, { kind: 'note.changed', note, payload: { before: note.text, after: text } });
    return ok({ ...note, text });
  });

/** Takes a note away, or brings it back. */
export const removeNote = (
  context: Context,
  { companyId, noteId, removed }: Known & Readonly<{ removed: boolean }>,
): Promise<Result<NoteRow, NoSuchNote>> =>
  inOrganization(context, async (tx) => {
    const note = await findNote(tx, companyId, noteId);
    if (!note) return refuse({ code: 'not_found' });
    await setNoteRemoved(tx, noteId, removed ? context.actor : null);
    const kind = removed ? 'note.removed' : 'note.restored';
    await tell(tx, context, { kind, note, payload: { text: note.text } });
    return ok(note);
  });
