// Notes over HTTP.
import type { NoteView } from '@quittance/contracts/api';
import { ok, refuse } from '@quittance/core/kernel';
import { findCustomer, listNotes, type NoteRow } from '@quittance/db/customers';
import { readOrganization } from '@quittance/usecases/context';
import { removeNote, rewriteNote, writeNote } from '@quittance/usecases/customers';
import type { Service } from '../../services/index.ts';
import { type HandlerDeps, useCaseContext } from '../deps.ts';
import { withPeople } from '../people.ts';

const noteView = (row: NoteRow): NoteView => ({ ...row, writtenAt: row.writtenAt.toISOString() });

/** The notes service. */
export const notesService = (deps: HandlerDeps): Service<'notes'> => {
  const named = async (row: NoteRow) => ok(noteView((await withPeople(deps.db, 'author', [row]))[0]!));
  return {
    list: async (context, { params, query }) =>
      readOrganization(useCaseContext(deps, context), async (tx) => {
        const { companyId } = context;
        const { customerId } = params;
        if (!(await findCustomer(tx, companyId, customerId))) return refuse({ code: 'not_found' as const });
        const about = { companyId, customerId, ...(query.invoiceId ? { invoiceId: query.invoiceId } : {}) };
        const rows = await listNotes(tx, about);
        return ok({ items: (await withPeople(tx, 'author', rows)).map(noteView) });
      }),
    create: async (context, { params, body }) => {
      const given = { companyId: context.companyId, ...params, ...body };
      const written = await writeNote(useCaseContext(deps, context), given);
      return written.ok ? named(written.value) : written;
    },
    update: async (context, { params, body }) => {
      const given = { companyId: context.companyId, ...params, ...body };
      const written = await rewriteNote(useCaseContext(deps, context), given);
      return written.ok ? named(written.value) : written;
    },
    remove: async (context, { params, body }) => {
      const given = { companyId: context.companyId, ...params, ...body };
      const removed = await removeNote(useCaseContext(deps, context), given);
      return removed.ok ? named(removed.value) : removed;
    },
  };
};
