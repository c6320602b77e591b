// Hold many invoices at once: each of their open terms gets its own hold, so that one can be lifted without the others.
import { localDay } from '@quittance/core/calendar';
import { type CompanyId, type Day, type InvoiceId, ok, type Result, refuse } from '@quittance/core/kernel';
import { insertHolds, liftManyHolds } from '@quittance/db/dunning/write';
import { listOpenTermsOf } from '@quittance/db/invoices';
import { appendEvent } from '@quittance/db/journal';
import { getSettings } from '../companies/settings.ts';
import { type Context, inOrganization } from '../context/index.ts';
import type { HoldOrder } from './place-hold.ts';

/** Which invoices, why, and until when. */
export type InvoicesHold = Readonly<{
  companyId: CompanyId;
  invoiceIds: readonly InvoiceId[];
  reason: HoldOrder['reason'];
  untilOn: Day | null;
  note: string;
}>;

/** Holds every open term of the invoices from today. Answers the holds placed, to undo them together. */
export const holdInvoices = (
  context: Context,
  { companyId, invoiceIds, reason, untilOn, note }: InvoicesHold,
): Promise<Result<readonly number[], Readonly<{ code: 'hold_in_past' }>>> =>
  inOrganization(context, async (tx) => {
    const fromOn = localDay(context.clock.now().getTime(), (await getSettings(tx, companyId)).timezone);
    if (untilOn !== null && untilOn < fromOn) return refuse({ code: 'hold_in_past' });
    const common = { companyId, reason, cents: null, fromOn, untilOn, note, author: context.actor };
    const terms = await listOpenTermsOf(tx, companyId, invoiceIds);
    const holdIds = await insertHolds(
      tx,
      terms.map(({ customerId, receivableId }) => ({ ...common, customerId, receivableId })),
    );
    await appendEvent(tx, {
      kind: 'hold.placed',
      actor: context.actor,
      subject: 'company',
      subjectId: companyId,
      payload: { holdIds, invoiceIds, reason, untilOn, note },
    });
    return ok(holdIds);
  });

/** Lifts holds together, those still in force; answers how many. */
export const liftHolds = (
  context: Context,
  { companyId, holdIds }: Readonly<{ companyId: CompanyId; holdIds: readonly number[] }>,
): Promise<number> =>
  inOrganization(context, async (tx) => {
    const on = localDay(context.clock.now().getTime(), (await getSettings(tx, companyId)).timezone);
    const lifted = await liftManyHolds(tx, holdIds, { on, by: context.actor });
    await appendEvent(tx, {
      kind: 'hold.lifted',
      actor: context.actor,
      subject: 'company',
      subjectId: companyId,
      payload: { on, holdIds: lifted },
    });
    return lifted.length;
  });
