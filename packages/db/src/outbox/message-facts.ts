// Facts for one message: the debtor, the contact, and every receivable the action lists.

import type { Channel, Tone } from '@quittance/core/dunning';
import type { ActionId, ContactId, CustomerId, Day, InvoiceId, ReceivableId } from '@quittance/core/kernel';
import type { CustomerKind, Language } from '@quittance/core/parties';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

export type MessageCustomerRow = Readonly<{
  customerId: CustomerId;
  ref: string;
  name: string;
  kind: CustomerKind;
  language: Language;
  email: string | null;
  phone: string | null;
  addressLine1: string | null;
  addressLine2: string | null;
  postalCode: string | null;
  city: string | null;
  country: string;
}>;

/** The customers named, by id. */
export async function listMessageCustomers(tx: Tx, customerIds: readonly CustomerId[]): Promise<MessageCustomerRow[]> {
  const { rows } = await sql<MessageCustomerRow>`
    SELECT customer_id AS "customerId", ref, name, kind, language, email, phone, address_line1 AS "addressLine1",
      address_line2 AS "addressLine2", postal_code AS "postalCode", city, country
    FROM customers WHERE org_id = current_org() AND customer_id = ANY(${customerIds as readonly number[]}::bigint[])`.execute(
    tx,
  );
  return rows;
}

export type MessageContactRow = Readonly<{
  contactId: ContactId;
  name: string;
  email: string | null;
  phone: string | null;
}>;

/** The contacts named. */
export async function listMessageContacts(tx: Tx, contactIds: readonly ContactId[]): Promise<MessageContactRow[]> {
  const { rows } = await sql<MessageContactRow>`
    SELECT contact_id AS "contactId", name, email, phone FROM contacts
    WHERE org_id = current_org() AND contact_id = ANY(${contactIds as readonly number[]}::bigint[])`.execute(tx);
  return rows;
}

export type MessageLineRow = Readonly<{
  receivableId: ReceivableId;
  invoiceId: InvoiceId;
  number: string;
  issuedOn: Day;
  dueOn: Day;
  dueEstimated: boolean;
  grossCents: number;
  orderRef: string | null;
  documentSha256: string | null;
}>;

/** The receivables named, with their invoice. */
export async function listMessageLines(tx: Tx, receivableIds: readonly ReceivableId[]): Promise<MessageLineRow[]> {
  const { rows } = await sql<MessageLineRow>`
    SELECT r.receivable_id AS "receivableId", r.invoice_id AS "invoiceId", i.number, i.issued_on AS "issuedOn", r.due_on AS "dueOn",
      r.due_estimated AS "dueEstimated", r.gross_cents AS "grossCents", i.order_ref AS "orderRef", i.document_sha256 AS "documentSha256"
    FROM receivables r JOIN invoices i ON i.org_id = r.org_id AND i.invoice_id = r.invoice_id
    WHERE r.org_id = current_org() AND r.receivable_id = ANY(${receivableIds as readonly number[]}::bigint[])`.execute(
    tx,
  );
  return rows;
}

export type EarlierMessageRow = Readonly<{
  customerId: CustomerId;
  actionId: ActionId;
  on: Day;
  channel: Channel;
  tone: Tone;
  receivableIds: readonly ReceivableId[];
}>;

/** Messages and calls that left for these customers, oldest first, with what they were about. Rehearsals are left out for live customers. */
export async function listEarlierMessages(
  tx: Tx,
  customerIds: readonly CustomerId[],
  options: Readonly<{ isLive: boolean; liveSegments: readonly string[] }>,
): Promise<EarlierMessageRow[]> {
  const { rows } = await sql<EarlierMessageRow>`
    SELECT a.customer_id AS "customerId", a.action_id AS "actionId", a.done_on AS "on", a.channel, a.tone,
      array_agg(i.receivable_id) AS "receivableIds"
    FROM actions a JOIN action_items i ON i.org_id = a.org_id AND i.action_id = a.action_id
    WHERE a.org_id = current_org() AND a.customer_id = ANY(${customerIds as readonly number[]}::bigint[])
      AND a.state = 'sent' AND a.channel <> 'task' AND NOT (a.test AND (${options.isLive}::boolean
        OR EXISTS (SELECT 1 FROM customers c WHERE c.org_id = a.org_id AND c.customer_id = a.customer_id
          AND coalesce(c.segment, '') = ANY(${[...options.liveSegments]}::text[]))))
    GROUP BY a.org_id, a.action_id ORDER BY a.done_on, a.action_id`.execute(tx);
  return rows;
}
