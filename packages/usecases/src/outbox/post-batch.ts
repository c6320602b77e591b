// Post a batch: note the day its letters were taken to the post office, or take that back.
import type { CompanyId, Day } from '@quittance/core/kernel';
import { appendEvent } from '@quittance/db/journal';
import { findPrintBatch, type PrintBatchRow } from '@quittance/db/outbox';
import { savePosted } from '@quittance/db/outbox/write';
import { type Context, inOrganization } from '../context/index.ts';

/** `on` null takes the mark back. Undefined where there is no such batch. */
export const markPosted = (
  context: Context,
  { companyId, batchId, on }: Readonly<{ companyId: CompanyId; batchId: number; on: Day | null }>,
): Promise<PrintBatchRow | undefined> =>
  inOrganization(context, async (tx) => {
    const posted = on === null ? null : { on, by: context.actor };
    if (!(await savePosted(tx, { companyId, batchId, posted }))) return undefined;
    await appendEvent(tx, {
      kind: on === null ? 'letters.not_posted' : 'letters.posted',
      actor: context.actor,
      subject: 'print_batch',
      subjectId: batchId,
      payload: { on },
    });
    return findPrintBatch(tx, batchId);
  });
