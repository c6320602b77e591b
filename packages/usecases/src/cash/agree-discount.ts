// An early-payment discount agreed on an open term by a person: set, changed or taken off, with what it was before.
import {
  type CompanyId,
  type CustomerId,
  type Day,
  type InvoiceId,
  ok,
  type ReceivableId,
  type Result,
  refuse,
} from '@quittance/core/kernel';
import { findInvoice, listTerms } from '@quittance/db/invoices';
import { saveDiscount } from '@quittance/db/invoices/write';
import { appendEvent } from '@quittance/db/journal';
import { type Context, inOrganization } from '../context/index.ts';
import { companyToday } from '../payments/today.ts';
import { lookAround } from './matching/look-again.ts';

/** So much less, with VAT, in cents, where the money is booked by its last day. */
export type AgreedDiscount = Readonly<{ cents: number; untilOn: Day }>;

/** What is agreed on which term; null takes it off. `old` is what the person saw. */
export type DiscountOrder = Readonly<{
  companyId: CompanyId;
  invoiceId: InvoiceId;
  receivableId: ReceivableId;
  discount: AgreedDiscount | null;
  old: AgreedDiscount | null;
  reason: string;
}>;

/** Why nothing changed: not less than the term, or its last day before the invoice; settled; changed by somebody meanwhile. */
export type DiscountRefusal = Readonly<{
  code: 'not_found' | 'discount_impossible' | 'invoice_settled' | 'version_conflict';
}>;

/** Writes it under the term's lock; returns whose term it is. */
const saveAgreed = (context: Context, order: DiscountOrder): Promise<Result<CustomerId, DiscountRefusal>> =>
  inOrganization(context, async (tx) => {
    const { companyId, invoiceId, receivableId, discount, old, reason } = order;
    const { today } = await companyToday(tx, context, companyId);
    const invoice = await findInvoice(tx, companyId, invoiceId, today);
    const term = (await listTerms(tx, { invoiceId })).find((each) => each.receivableId === receivableId);
    if (!invoice || !term) return refuse({ code: 'not_found' });
    if (term.openCents === 0) return refuse({ code: 'invoice_settled' });
    const isPossible = !discount || (discount.cents < term.grossCents && discount.untilOn >= term.issuedOn);
    if (!isPossible) return refuse({ code: 'discount_impossible' });
    if (!(await saveDiscount(tx, { receivableId, old, discount }))) return refuse({ code: 'version_conflict' });
    const { customerId } = invoice;
    const told = discount ?? old;
    if (told)
      await appendEvent(tx, {
        kind: discount ? 'receivable.discount_agreed' : 'receivable.discount_removed',
        actor: context.actor,
        subject: 'receivable',
        subjectId: receivableId,
        payload: { customerId, cents: told.cents, currency: term.currency, untilOn: told.untilOn, old, note: reason },
      });
    return ok(customerId);
  });

/** Sets, changes or takes off the discount; what waits of the customer's money is looked at again with it. */
export async function agreeDiscount(context: Context, order: DiscountOrder): Promise<Result<null, DiscountRefusal>> {
  const saved = await saveAgreed(context, order);
  if (!saved.ok) return saved;
  await lookAround(context, { companyId: order.companyId, transactionIds: [], customerIds: [saved.value] });
  return ok(null);
}
