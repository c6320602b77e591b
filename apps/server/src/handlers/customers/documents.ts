// Documents of customers over HTTP.
import { readFile, rm } from 'node:fs/promises';
import type { DocumentView } from '@quittance/contracts/api';
import { ok, refuse } from '@quittance/core/kernel';
import { type DocumentRow, findCustomer, findDocument, listDocuments } from '@quittance/db/customers';
import { readOrganization } from '@quittance/usecases/context';
import { keepDocument, removeDocument } from '@quittance/usecases/customers';
import { takeFile } from '@quittance/usecases/files';
import type { Service } from '../../services/index.ts';
import { type HandlerDeps, useCaseContext } from '../deps.ts';
import { withPeople } from '../people.ts';

const documentView = ({ sha256: _, ...row }: DocumentRow): DocumentView => ({
  ...row,
  bytes: Number(row.bytes),
  addedAt: row.addedAt.toISOString(),
});

/** The documents service. */
export const documentsService = (deps: HandlerDeps): Service<'documents'> => {
  const named = async (row: DocumentRow) => ok(documentView((await withPeople(deps.db, 'author', [row]))[0]!));
  return {
    list: async (context, { params }) =>
      readOrganization(useCaseContext(deps, context), async (tx) => {
        const { companyId } = context;
        if (!(await findCustomer(tx, companyId, params.customerId))) return refuse({ code: 'not_found' as const });
        const rows = await listDocuments(tx, companyId, params.customerId);
        return ok({ items: (await withPeople(tx, 'author', rows)).map(documentView) });
      }),
    add: async (context, { params, query, body }) => {
      const content = await readFile(body.path);
      await rm(body.path, { force: true });
      const kept = await keepDocument(useCaseContext(deps, context), {
        ...{ companyId: context.companyId, customerId: params.customerId, invoiceId: query.invoiceId ?? null },
        ...{ fileName: body.fileName, kind: query.kind, content },
      });
      return kept.ok ? named(kept.value) : kept;
    },
    open: async (context, { params }) =>
      readOrganization(useCaseContext(deps, context), async (tx) => {
        const document = await findDocument(tx, context.companyId, params.documentId);
        const file = document && (await takeFile(tx, document.sha256));
        if (!document || !file) return refuse({ code: 'not_found' as const });
        return ok({ fileName: document.name, mediaType: file.mediaType, content: file.content });
      }),
    remove: async (context, { params, body }) => {
      const of = { companyId: context.companyId, ...params, ...body };
      const removed = await removeDocument(useCaseContext(deps, context), of);
      return removed.ok ? named(removed.value) : removed;
    },
  };
};
