// A small portfolio for a test: facts put straight into the tables by the application's own role, with readable, fixed values.
import { createHash } from 'node:crypto';
import type { CompanyId, CustomerId, InvoiceId, OrgId, PaymentId, ReceivableId } from '@quittance/core/kernel';
import { type Database, withOrg } from '@quittance/db/tx';
import { sql } from 'kysely';

/** A customer of the test; what is left out takes a plain default. */
export type GivenCustomer = Readonly<{
  ref: string;
  name?: string;
  kind?: 'business' | 'consumer' | 'public';
  language?: 'fr' | 'en';
  email?: string | null;
  phone?: string | null;
  address?: boolean;
  scenario?: string;
  segment?: string;
}>;

/** An invoice of the test; several `terms` share it. */
export type GivenInvoice = Readonly<{
  customer: CustomerId;
  number: string;
  issuedOn: string;
  sentOn?: string;
  terms: readonly Readonly<{ dueOn: string; cents: number }>[];
}>;

const keyOf = (...parts: (string | number)[]): string => createHash('md5').update(parts.join('|')).digest('hex');

/** Puts facts into one company of one organization. */
export class Portfolio {
  readonly db: Database;
  readonly orgId: OrgId;
  readonly companyId: CompanyId;

  constructor(db: Database, ids: Readonly<{ orgId: OrgId; companyId: CompanyId }>) {
    this.db = db;
    this.orgId = ids.orgId;
    this.companyId = ids.companyId;
  }

  async customer(given: GivenCustomer): Promise<CustomerId> {
    const email = given.email === undefined ? `${given.ref.toLowerCase()}@client.example` : given.email;
    const phone = given.phone === undefined ? '+33 1 99 00 00 00' : given.phone;
    const address = given.address ?? true;
    return withOrg(this.db, this.orgId, async (tx) => {
      const { rows } = await sql<{ id: CustomerId }>`
        INSERT INTO customers (company_id, ref, name, kind, language, email, phone, address_line1, postal_code, city, scenario, segment)
        VALUES (${this.companyId}, ${given.ref}, ${given.name ?? `Client ${given.ref}`}, ${given.kind ?? 'business'}, ${given.language ?? 'fr'},
          ${email}, ${phone}, ${address ? '1 rue des Essais' : null}, ${address ? '69001' : null}, ${address ? 'Lyon' : null},
          ${given.scenario ?? null}, ${given.segment ?? null})
        RETURNING customer_id AS id`.execute(tx);
      return rows[0]!.id;
    });
  }

  /** A person at a customer. */
  async contact(
    given: Readonly<{
      customer: CustomerId;
      name: string;
      roles?: readonly string[];
      email?: string | null;
      phone?: string | null;
      language?: 'fr' | 'en';
    }>,
  ): Promise<number> {
    return withOrg(this.db, this.orgId, async (tx) => {
      const { rows } = await sql<{ id: number }>`
        INSERT INTO contacts (customer_id, name, roles, language, email, phone)
        VALUES (${given.customer}, ${given.name}, ${(given.roles ?? []) as string[]}, ${given.language ?? null}, ${given.email ?? null},
          ${given.phone ?? null}) RETURNING contact_id AS id`.execute(tx);
      return rows[0]!.id;
    });
  }

  /** Returns the receivables of the invoice, term by term. */
  async invoice(given: GivenInvoice): Promise<{ invoiceId: InvoiceId; receivables: ReceivableId[] }> {
    const gross = given.terms.reduce((sum, term) => sum + term.cents, 0);
    return withOrg(this.db, this.orgId, async (tx) => {
      const made = await sql<{ id: InvoiceId }>`
        INSERT INTO invoices (company_id, customer_id, number, issued_on, sent_on, gross_cents, currency, source_key)
        VALUES (${this.companyId}, ${given.customer}, ${given.number}, ${given.issuedOn}, ${given.sentOn ?? null}, ${gross}, 'EUR',
          ${keyOf('invoice', this.companyId, given.number)}::uuid) RETURNING invoice_id AS id`.execute(tx);
      const invoiceId = made.rows[0]!.id;
      const receivables: ReceivableId[] = [];
      for (const [index, term] of given.terms.entries()) {
        const { rows } = await sql<{ id: ReceivableId }>`
          INSERT INTO receivables (company_id, customer_id, invoice_id, term_no, issued_on, due_on, gross_cents, currency, source_key)
          VALUES (${this.companyId}, ${given.customer}, ${invoiceId}, ${index + 1}, ${given.issuedOn}, ${term.dueOn}, ${term.cents}, 'EUR',
            ${keyOf('term', this.companyId, given.number, index)}::uuid) RETURNING receivable_id AS id`.execute(tx);
        receivables.push(rows[0]!.id);
      }
      return { invoiceId, receivables };
    });
  }

  /** Money in, unapplied until allocated. */
  async payment(
    given: Readonly<{ customer: CustomerId; on: string; cents: number; reference?: string }>,
  ): Promise<PaymentId> {
    return withOrg(this.db, this.orgId, async (tx) => {
      const { rows } = await sql<{ id: PaymentId }>`
        INSERT INTO payments (company_id, customer_id, direction, paid_on, cents, currency, reference, source_key)
        VALUES (${this.companyId}, ${given.customer}, 'in', ${given.on}, ${given.cents}, 'EUR', ${given.reference ?? null},
          ${keyOf('payment', given.customer, given.on, given.cents, given.reference ?? '')}::uuid) RETURNING payment_id AS id`.execute(
        tx,
      );
      return rows[0]!.id;
    });
  }

  async creditNote(
    given: Readonly<{ customer: CustomerId; number: string; issuedOn: string; cents: number }>,
  ): Promise<number> {
    return withOrg(this.db, this.orgId, async (tx) => {
      const { rows } = await sql<{ id: number }>`
        INSERT INTO credit_notes (company_id, customer_id, number, issued_on, gross_cents, currency, source_key)
        VALUES (${this.companyId}, ${given.customer}, ${given.number}, ${given.issuedOn}, ${given.cents}, 'EUR',
          ${keyOf('credit', this.companyId, given.number)}::uuid) RETURNING credit_note_id AS id`.execute(tx);
      return rows[0]!.id;
    });
  }

  async allocate(
    given: Readonly<{ payment: PaymentId; receivable: ReceivableId; on: string; cents: number }>,
  ): Promise<void> {
    await withOrg(this.db, this.orgId, async (tx) => {
      await sql`
        INSERT INTO allocations (company_id, payment_id, receivable_id, allocated_on, cents, currency, origin, actor)
        VALUES (${this.companyId}, ${given.payment}, ${given.receivable}, ${given.on}, ${given.cents}, 'EUR', 'manual', 'test')`.execute(
        tx,
      );
    });
  }

  /** A payment of a receivable in full or in part, on a day. */
  async pay(
    given: Readonly<{ customer: CustomerId; receivable: ReceivableId; on: string; cents: number }>,
  ): Promise<void> {
    const payment = await this.payment(given);
    await this.allocate({ payment, receivable: given.receivable, on: given.on, cents: given.cents });
  }

  async hold(
    given: Readonly<{
      customer: CustomerId;
      receivable?: ReceivableId;
      reason: string;
      from: string;
      until?: string;
      cents?: number;
    }>,
  ): Promise<void> {
    await withOrg(this.db, this.orgId, async (tx) => {
      await sql`
        INSERT INTO holds (company_id, customer_id, receivable_id, reason, cents, from_on, until_on, author)
        VALUES (${this.companyId}, ${given.customer}, ${given.receivable ?? null}, ${given.reason}, ${given.cents ?? null}, ${given.from},
          ${given.until ?? null}, 'test')`.execute(tx);
    });
  }
}
