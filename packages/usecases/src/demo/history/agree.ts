// Agree: what debtors said and colleagues wrote down: a promise kept, a dispute about part of an invoice, a hold with an end, money on its way.
import { addDays, type Cents, type CustomerId, cents, type Day, type ReceivableId } from '@quittance/core/kernel';
import { findCustomerByRef } from '@quittance/db/customers';
import { listInvoiceIds, listTerms } from '@quittance/db/invoices';
import { readOrganization } from '../../context/index.ts';
import { type HoldOrder, placeHold } from '../../holds/index.ts';
import { contextOn, type Stage } from './moment.ts';

/** What is held: the place of the invoice among the story's, 0 the first. Days from today. */
export type Agreement = Readonly<{
  key: string;
  invoice: number;
  reason: HoldOrder['reason'];
  cents: Cents | null;
  from: number;
  until: number | null;
  note: string;
}>;

/** All of them, in the order they are written down. */
export const AGREEMENTS: readonly Agreement[] = [
  {
    key: 'oldest_paid',
    invoice: 0,
    reason: 'promise',
    cents: null,
    from: -11,
    until: -1,
    note: 'Promet le virement avant la fin de la semaine.',
  },
  {
    key: 'six_same_week',
    invoice: 4,
    reason: 'dispute',
    cents: cents(126_000),
    from: -6,
    until: null,
    note: 'Deux bacs livrés rayés : avoir demandé sur cette partie, le reste sera payé.',
  },
  {
    key: 'key_account',
    invoice: 1,
    reason: 'manual',
    cents: null,
    from: -4,
    until: 12,
    note: 'Rendez-vous annuel avec la direction : pas de relance d’ici là.',
  },
  {
    key: 'round_payer',
    invoice: 2,
    reason: 'payment_in_transit',
    cents: null,
    from: -1,
    until: 4,
    note: 'Copie du virement reçue par courriel.',
  },
];

type Held = Readonly<{ customerId: CustomerId; receivableId: ReceivableId }>;

/** The first term of a story's invoice. */
export async function findTold(
  stage: Stage,
  { key, invoice }: Pick<Agreement, 'key' | 'invoice'>,
): Promise<Held | null> {
  const { companyId, portfolio } = stage;
  const story = portfolio.story.find((one) => one.key === key)!;
  return readOrganization(stage.context, async (tx) => {
    const customer = await findCustomerByRef(tx, companyId, story.customerRef);
    if (!customer) return null;
    const { customerId } = customer;
    const number = story.invoiceNumbers[invoice]!;
    const found = { companyId, customerId, on: portfolio.today, search: number, limit: 1, offset: 0 };
    const [invoiceId] = await listInvoiceIds(tx, { ...found, sort: 'due', descending: false });
    if (invoiceId === undefined) return null;
    const [term] = await listTerms(tx, { invoiceId });
    return term ? { customerId, receivableId: term.receivableId } : null;
  });
}

/** Writes all of them down, each on its day. */
export async function agree(stage: Stage): Promise<void> {
  const { companyId, portfolio } = stage;
  const day = (offset: number): Day => addDays(portfolio.today, offset);
  for (const [who, { from, until, reason, note, ...agreement }] of AGREEMENTS.entries()) {
    const held = await findTold(stage, agreement);
    if (!held) continue;
    const untilOn = until === null ? null : day(until);
    await placeHold(contextOn(stage, day(from), { who, hour: 11 }), {
      companyId,
      ...held,
      reason,
      cents: agreement.cents,
      untilOn,
      note,
    });
  }
}
