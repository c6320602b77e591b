// Forget a mapping: files of that layout are guessed anew from now on.
import type { CompanyId } from '@quittance/core/kernel';
import { deleteMapping } from '@quittance/db/imports/write';
import { appendEvent } from '@quittance/db/journal';
import { type Context, inOrganization } from '../context/index.ts';

/** Forgets; one that is not there leaves no trace. */
export const forgetMapping = (
  context: Context,
  layout: Readonly<{ companyId: CompanyId; kind: string; signature: string }>,
): Promise<void> =>
  inOrganization(context, async (tx) => {
    if (!(await deleteMapping(tx, layout))) return;
    await appendEvent(tx, {
      kind: 'import.mapping_forgotten',
      actor: context.actor,
      subject: 'company',
      subjectId: layout.companyId,
      payload: { kind: layout.kind, headers: layout.signature },
    });
  });
