// Facts for the planner, as rows: open receivables with their level, credits, contacts, past contacts and holds.
// SQL fetches and joins by key; what any of it means is decided in core/dunning.

import type { Channel, HoldFact, Step, Tone } from '@quittance/core/dunning';
import type {
  ActionId,
  CompanyId,
  ContactId,
  CreditNoteId,
  Currency,
  CustomerId,
  Day,
  PaymentId,
  ReceivableId,
} from '@quittance/core/kernel';
import type { ContactRole, CustomerKind, EmailStatus, Language } from '@quittance/core/parties';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** Which customers are meant: all of a company, or some of them (the re-check of one message). */
export type FactScope = Readonly<{
  companyId: CompanyId;
  on: Day;
  customerIds?: readonly CustomerId[];
  /** Actions being re-checked: they are looked at as if they had not been approved yet. */
  except?: readonly ActionId[];
  /** The company really sends: what left for the test outbox only is then no contact and no step done. */
  isLive?: boolean;
  /** The same, for customers of these segments alone; '' stands for customers without one. */
  liveSegments?: readonly string[];
}>;

const within = (scope: FactScope, column: RawBuilder<unknown>): RawBuilder<unknown> =>
  scope.customerIds ? sql`AND ${column} = ANY(${scope.customerIds as readonly number[]}::bigint[])` : sql``;

const notExcepted = (scope: FactScope): RawBuilder<unknown> =>
  scope.except ? sql`a.action_id <> ALL(${scope.except as readonly number[]}::bigint[])` : sql`true`;

/** Leaves rehearsals out of what is counted for live customers; `rehearsed` says that a row is one. */
function unlessRehearsed(scope: FactScope, customerId: RawBuilder<unknown>, rehearsed: RawBuilder<unknown>) {
  if (scope.isLive) return sql`AND NOT ${rehearsed}`;
  if (!scope.liveSegments?.length) return sql``;
  return sql`AND NOT (${rehearsed} AND EXISTS (SELECT 1 FROM customers live WHERE live.org_id = current_org()
    AND live.customer_id = ${customerId} AND coalesce(live.segment, '') = ANY(${[...scope.liveSegments]}::text[])))`;
}

const counted = (scope: FactScope): RawBuilder<unknown> => unlessRehearsed(scope, sql`a.customer_id`, sql`a.test`);

const countedLevels = (scope: FactScope): RawBuilder<unknown> =>
  unlessRehearsed(
    scope,
    sql`l.customer_id`,
    sql`EXISTS (SELECT 1 FROM actions t WHERE t.org_id = l.org_id AND t.action_id = l.action_id AND t.test)`,
  );

export type CustomerFactsRow = Readonly<{
  customerId: CustomerId;
  ref: string;
  name: string;
  kind: CustomerKind;
  language: Language;
  scenario: string | null;
  segment: string | null;
  email: string | null;
  emailStatus: EmailStatus;
  phone: string | null;
  hasPostalAddress: boolean;
}>;

/** Customers with something open, by id. */
export async function listDebtors(tx: Tx, scope: FactScope): Promise<CustomerFactsRow[]> {
  const { rows } = await sql<CustomerFactsRow>`
    SELECT c.customer_id AS "customerId", c.ref, c.name, c.kind, c.language, c.scenario, c.segment, c.email,
      c.email_status AS "emailStatus", c.phone,
      (c.address_line1 IS NOT NULL AND c.postal_code IS NOT NULL AND c.city IS NOT NULL) AS "hasPostalAddress"
    FROM customers c
    WHERE c.org_id = current_org() AND c.company_id = ${scope.companyId} ${within(scope, sql`c.customer_id`)}
      AND EXISTS (SELECT 1 FROM receivables r WHERE r.org_id = c.org_id AND r.company_id = c.company_id
        AND r.customer_id = c.customer_id AND r.settled_cents < r.gross_cents)
    ORDER BY c.customer_id`.execute(tx);
  return rows;
}

export type ReceivableFactsRow = Readonly<{
  customerId: CustomerId;
  receivableId: ReceivableId;
  invoiceNumber: string;
  issuedOn: Day;
  sentOn: Day | null;
  dueOn: Day;
  dueEstimated: boolean;
  grossCents: number;
  openCents: number;
  currency: Currency;
  level: number;
  levelOn: Day | null;
}>;

/** Open receivables issued on or before the day, with the level reached; a message under way, or that may have left, counts as reached. */
export async function listOpenReceivables(tx: Tx, scope: FactScope): Promise<ReceivableFactsRow[]> {
  const { rows } = await sql<ReceivableFactsRow>`
    WITH reached AS (
      SELECT DISTINCT ON (receivable_id) receivable_id, rank, reached_on FROM (
        SELECT receivable_id, rank, done_on AS reached_on FROM receivable_levels l
        WHERE org_id = current_org() AND company_id = ${scope.companyId} ${within(scope, sql`l.customer_id`)} ${countedLevels(scope)}
        UNION ALL
        SELECT i.receivable_id, i.to_rank, coalesce(a.done_on, a.planned_on) FROM actions a
        JOIN action_items i ON i.org_id = a.org_id AND i.action_id = a.action_id
        WHERE a.org_id = current_org() AND a.company_id = ${scope.companyId} ${within(scope, sql`a.customer_id`)}
          AND a.state IN ('approved', 'queued', 'uncertain') AND i.advances AND ${notExcepted(scope)} ${counted(scope)}
      ) levels ORDER BY receivable_id, rank DESC, reached_on DESC
    )
    SELECT r.customer_id AS "customerId", r.receivable_id AS "receivableId", i.number AS "invoiceNumber",
      r.issued_on AS "issuedOn", i.sent_on AS "sentOn", r.due_on AS "dueOn", r.due_estimated AS "dueEstimated",
      r.gross_cents AS "grossCents", r.open_cents AS "openCents", r.currency,
      coalesce(reached.rank, 0) AS level, reached.reached_on AS "levelOn"
    FROM receivables r
    JOIN invoices i ON i.org_id = r.org_id AND i.invoice_id = r.invoice_id
    LEFT JOIN reached ON reached.receivable_id = r.receivable_id
    WHERE r.org_id = current_org() AND r.company_id = ${scope.companyId} ${within(scope, sql`r.customer_id`)}
      AND r.settled_cents < r.gross_cents AND r.issued_on <= ${scope.on}
    ORDER BY r.customer_id, r.due_on, r.receivable_id`.execute(tx);
  return rows;
}

export type CreditFactsRow = Readonly<{
  customerId: CustomerId;
  kind: 'credit_note' | 'payment';
  id: CreditNoteId | PaymentId;
  number: string;
  on: Day;
  openCents: number;
  currency: Currency;
}>;

/** Credit notes and money in, not yet fully allocated, dated on or before the day. */
export async function listOpenCredits(tx: Tx, scope: FactScope): Promise<CreditFactsRow[]> {
  const { rows } = await sql<CreditFactsRow>`
    SELECT customer_id AS "customerId", 'credit_note' AS kind, credit_note_id AS id, number, issued_on AS "on",
      open_cents AS "openCents", currency
    FROM credit_notes c WHERE org_id = current_org() AND company_id = ${scope.companyId} ${within(scope, sql`c.customer_id`)}
      AND applied_cents < gross_cents AND issued_on <= ${scope.on}
    UNION ALL
    SELECT customer_id, 'payment', payment_id, coalesce(reference, ''), paid_on, open_cents, currency
    FROM payments p WHERE org_id = current_org() AND company_id = ${scope.companyId} ${within(scope, sql`p.customer_id`)}
      AND applied_cents < cents AND direction = 'in' AND paid_on <= ${scope.on}
    ORDER BY 1, 5, 3`.execute(tx);
  return rows;
}

export type ContactFactsRow = Readonly<{
  customerId: CustomerId;
  contactId: ContactId;
  name: string;
  roles: readonly ContactRole[];
  language: Language | null;
  email: string | null;
  emailStatus: EmailStatus;
  phone: string | null;
}>;

/** Contacts of the customers meant. */
export async function listContacts(tx: Tx, scope: FactScope): Promise<ContactFactsRow[]> {
  const { rows } = await sql<ContactFactsRow>`
    SELECT k.customer_id AS "customerId", k.contact_id AS "contactId", k.name, k.roles, k.language, k.email,
      k.email_status AS "emailStatus", k.phone
    FROM contacts k JOIN customers c ON c.org_id = k.org_id AND c.customer_id = k.customer_id
    WHERE k.org_id = current_org() AND k.active AND c.company_id = ${scope.companyId} ${within(scope, sql`k.customer_id`)}
    ORDER BY k.customer_id, k.contact_id`.execute(tx);
  return rows;
}

export type PastContactRow = Readonly<{
  customerId: CustomerId;
  on: Day;
  channel: Channel;
  tone: Tone;
  receivableIds: readonly ReceivableId[];
}>;

/** How far back messages are remembered for spacing and repetition, in days. */
const MEMORY_DAYS = 400;

/** Messages and calls that left, may have left, or are under way; one in a worker's hands is of this very day. */
export async function listPastContacts(tx: Tx, scope: FactScope): Promise<PastContactRow[]> {
  const { rows } = await sql<PastContactRow>`
    SELECT a.customer_id AS "customerId",
      coalesce(a.done_on, CASE WHEN a.claimed_by IS NOT NULL THEN ${scope.on}::date END, a.planned_on) AS "on", a.channel, a.tone,
      array_agg(i.receivable_id ORDER BY i.receivable_id) AS "receivableIds"
    FROM actions a JOIN action_items i ON i.org_id = a.org_id AND i.action_id = a.action_id
    WHERE a.org_id = current_org() AND a.company_id = ${scope.companyId} ${within(scope, sql`a.customer_id`)}
      AND a.state IN ('approved', 'queued', 'sent', 'uncertain') AND a.channel <> 'task'
      AND a.planned_on > ${scope.on}::date - ${MEMORY_DAYS}::int
      AND ${notExcepted(scope)} ${counted(scope)}
    GROUP BY a.org_id, a.action_id ORDER BY 1, 2, a.action_id`.execute(tx);
  return rows;
}

/** Holds in force on the day: those placed and not lifted, and what a waiting bank movement could settle, which says the movement. */
export async function listHolds(tx: Tx, scope: FactScope): Promise<(HoldFact & { customerId: CustomerId })[]> {
  const { rows } = await sql<HoldFact & { customerId: CustomerId }>`
    SELECT h.customer_id AS "customerId", h.reason, h.receivable_id AS "receivableId", h.cents, h.from_on AS "fromOn",
      h.until_on AS "untilOn", h.note, h.author
    FROM holds h WHERE h.org_id = current_org() AND h.company_id = ${scope.companyId} ${within(scope, sql`h.customer_id`)}
      AND h.lifted_on IS NULL AND h.from_on <= ${scope.on} AND (h.until_on IS NULL OR h.until_on >= ${scope.on})
    UNION ALL
    SELECT b.customer_id, 'unmatched_payment', b.receivable_id, NULL, b.from_on, b.until_on, b.note, 'matching'
    FROM bank_candidates b WHERE b.org_id = current_org() AND b.company_id = ${scope.companyId} ${within(scope, sql`b.customer_id`)}
      AND b.from_on <= ${scope.on} AND b.until_on >= ${scope.on}
    ORDER BY 1, 5, 3 NULLS FIRST, 7`.execute(tx);
  return rows;
}

export type ScenarioRow = Readonly<{ code: string; version: number; name: string; steps: readonly Step[] }>;

/** The version in force of each scenario, by code. */
export async function listScenarios(tx: Tx, companyId: CompanyId): Promise<ScenarioRow[]> {
  const { rows } = await sql<ScenarioRow>`
    SELECT DISTINCT ON (code) code, version, name, steps FROM scenarios
    WHERE org_id = current_org() AND company_id = ${companyId} AND active ORDER BY code, version DESC`.execute(tx);
  return rows;
}
