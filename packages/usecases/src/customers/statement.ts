// Statement of account: the movements of one customer over a period, from its first one unless said, as the view a PDF is made of.
import { localDay } from '@quittance/core/calendar';
import { type CompanyId, type CustomerId, cents, type Day, sumCents, ZERO } from '@quittance/core/kernel';
import type { MovementView, StatementView } from '@quittance/core/letters';
import { findCustomer, listMovements, type MovementRow } from '@quittance/db/customers';
import { getSettings } from '../companies/index.ts';
import { type Context, readOrganization } from '../context/index.ts';
import { postalLines, senderView } from '../delivery/message/sender-view.ts';

const isDebit = (row: MovementRow): boolean => row.isDebit;

const movementView = (row: MovementRow): MovementView => ({
  on: row.on,
  kind: row.kind,
  number: row.number,
  label: row.label,
  dueOn: row.dueOn,
  debitCents: isDebit(row) ? cents(row.cents) : ZERO,
  creditCents: isDebit(row) ? ZERO : cents(row.cents),
});

/** Which customer, which period. */
export type StatementOrder = Readonly<{ companyId: CompanyId; customerId: CustomerId; from?: Day; to?: Day }>;

/** The view, or undefined where the company has no such customer. What came before `from` is the opening balance. */
export const readStatement = (context: Context, order: StatementOrder): Promise<StatementView | undefined> =>
  readOrganization(context, async (tx) => {
    const settings = await getSettings(tx, order.companyId);
    const customer = await findCustomer(tx, order.companyId, order.customerId);
    if (!customer) return undefined;
    const on = localDay(context.clock.now().getTime(), settings.timezone);
    const to = order.to ?? on;
    const rows = await listMovements(tx, { customerId: order.customerId, currency: settings.currency, to });
    const from = order.from ?? rows[0]?.on ?? to;
    const before = rows.filter((row) => row.on < from);
    const address = {
      line1: customer.addressLine1 ?? '',
      line2: customer.addressLine2 ?? '',
      postalCode: customer.postalCode ?? '',
      city: customer.city ?? '',
      country: customer.country,
    };
    const { ref, name, kind, language } = customer;
    return {
      language,
      sender: senderView(settings),
      recipient: { ref, name, kind, contactName: null, addressLines: postalLines(address) },
      on,
      place: settings.letterhead.address?.city ?? null,
      from,
      to,
      currency: settings.currency,
      openingCents: sumCents(before.map((row) => cents(isDebit(row) ? row.cents : -row.cents))),
      movements: rows.filter((row) => row.on >= from).map(movementView),
    };
  });
