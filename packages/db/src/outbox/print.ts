// Letters to print: those handed over and in no batch yet, and the batches made.
import type { ActionId, CompanyId, CustomerId, Day } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

export type LetterToPrint = Readonly<{
  actionId: ActionId;
  customerId: CustomerId;
  customerRef: string;
  customerName: string;
  toAddress: string;
  registered: boolean;
  pdfSha256: string;
}>;

/** Letters of a company handed over up to a day, real ones or rehearsals. */
export type LettersWaiting = Readonly<{ companyId: CompanyId; upTo: Day; test: boolean }>;

/** A letter of a print batch, or one that waits for it. */
export type LetterRow = Readonly<{
  actionId: ActionId;
  customerId: CustomerId;
  customerRef: string;
  customerName: string;
  toAddress: string;
  registered: boolean;
  tone: string;
  doneOn: Day;
  totalCents: number;
  currency: string;
  trackingNumber: string | null;
  hasProof: boolean;
}>;

const letterColumns = sql`a.action_id AS "actionId", a.customer_id AS "customerId", c.ref AS "customerRef", c.name AS "customerName",
  m.to_address AS "toAddress", a.channel = 'registered_letter' AS registered, a.tone, a.done_on AS "doneOn",
  a.total_cents AS "totalCents", a.currency, m.tracking_number AS "trackingNumber", m.proof_sha256 IS NOT NULL AS "hasProof"`;

const letterFrom = sql`actions a
  JOIN messages m ON m.org_id = a.org_id AND m.action_id = a.action_id
  JOIN customers c ON c.org_id = a.org_id AND c.customer_id = a.customer_id`;

/** Letters handed over and in no batch yet, oldest first. */
export async function listLettersWaiting(tx: Tx, { companyId, upTo, test }: LettersWaiting): Promise<LetterRow[]> {
  const { rows } = await sql<LetterRow>`SELECT ${letterColumns} FROM ${letterFrom}
    WHERE a.org_id = current_org() AND a.company_id = ${companyId} AND a.state = 'sent' AND m.pdf_sha256 IS NOT NULL
      AND a.done_on <= ${upTo} AND a.test = ${test}
      AND NOT EXISTS (SELECT 1 FROM print_batch_actions p WHERE p.org_id = a.org_id AND p.action_id = a.action_id)
    ORDER BY a.done_on, a.action_id`.execute(tx);
  return rows;
}

/** Letters approved that will be there to print on a day. */
export type LettersComing = Readonly<{ on: Day; letters: number }>;

/**
 * Letters approved and not handed over yet, by the day they will be: the day planned, or the day of the next attempt, `soonest` at the
 * earliest. `test` asks for those that will be rehearsed, else for those that are to be posted.
 */
export async function countLettersComing(
  tx: Tx,
  { companyId, soonest, test }: Readonly<{ companyId: CompanyId; soonest: Day; test: boolean }>,
): Promise<LettersComing[]> {
  const { rows } = await sql<LettersComing>`
    SELECT greatest(a.planned_on, (a.next_attempt_at AT TIME ZONE o.timezone)::date, ${soonest}::date) AS "on", count(*)::int AS letters
    FROM actions a
    JOIN companies o ON o.org_id = a.org_id AND o.company_id = a.company_id
    JOIN customers c ON c.org_id = a.org_id AND c.customer_id = a.customer_id
    WHERE a.org_id = current_org() AND a.company_id = ${companyId} AND a.state IN ('approved', 'queued')
      AND a.channel IN ('letter', 'registered_letter')
      AND (o.test_mode AND NOT coalesce(c.segment, '') = ANY(o.live_segments)) = ${test}
    GROUP BY 1 ORDER BY 1`.execute(tx);
  return rows;
}

/** The letters of a batch, in its order. */
export async function listBatchLetters(tx: Tx, batchId: number): Promise<LetterRow[]> {
  const { rows } = await sql<LetterRow>`SELECT ${letterColumns} FROM ${letterFrom}
    JOIN print_batch_actions p ON p.org_id = a.org_id AND p.action_id = a.action_id
    WHERE p.org_id = current_org() AND p.batch_id = ${batchId} ORDER BY a.done_on, a.action_id`.execute(tx);
  return rows;
}

/** Letters not printed yet, oldest first, and locked. Those made in test mode are printed in test mode only: they are not to be posted. */
export async function lockLettersToPrint(
  tx: Tx,
  { companyId, upTo, test, only }: LettersWaiting & Readonly<{ only?: readonly ActionId[] }>,
): Promise<LetterToPrint[]> {
  const chosen = only ? sql`AND a.action_id = ANY(${only as readonly number[]}::bigint[])` : sql``;
  const { rows } = await sql<LetterToPrint>`
    SELECT a.action_id AS "actionId", a.customer_id AS "customerId", c.ref AS "customerRef", c.name AS "customerName",
      m.to_address AS "toAddress", a.channel = 'registered_letter' AS registered, m.pdf_sha256 AS "pdfSha256"
    FROM actions a
    JOIN messages m ON m.org_id = a.org_id AND m.action_id = a.action_id
    JOIN customers c ON c.org_id = a.org_id AND c.customer_id = a.customer_id
    WHERE a.org_id = current_org() AND a.company_id = ${companyId} AND a.state = 'sent' AND m.pdf_sha256 IS NOT NULL
      AND a.done_on <= ${upTo} AND a.test = ${test} ${chosen}
      AND NOT EXISTS (SELECT 1 FROM print_batch_actions p WHERE p.org_id = a.org_id AND p.action_id = a.action_id)
    ORDER BY a.done_on, a.action_id FOR UPDATE OF a`.execute(tx);
  return rows;
}

export type PrintBatchRow = Readonly<{
  batchId: number;
  madeOn: Day;
  letters: number;
  pdfSha256: string;
  postageSha256: string;
  actor: string;
  madeAt: Date;
  /** The day they were taken to the post office, and who said so; null until then. */
  postedOn: Day | null;
  postedBy: string | null;
}>;

const batchColumns = sql`batch_id AS "batchId", made_on AS "madeOn", letters, pdf_sha256 AS "pdfSha256",
  postage_sha256 AS "postageSha256", actor, made_at AS "madeAt", posted_on AS "postedOn", posted_by AS "postedBy"`;

/** Batches of a company, newest first. */
export async function listPrintBatches(
  tx: Tx,
  companyId: CompanyId,
  page: Readonly<{ limit: number; offset: number }>,
): Promise<{ items: PrintBatchRow[]; total: number }> {
  const { rows } = await sql<PrintBatchRow>`SELECT ${batchColumns} FROM print_batches
    WHERE org_id = current_org() AND company_id = ${companyId} ORDER BY batch_id DESC LIMIT ${page.limit} OFFSET ${page.offset}`.execute(
    tx,
  );
  const count = await sql<{ total: number }>`SELECT count(*) AS total FROM print_batches
    WHERE org_id = current_org() AND company_id = ${companyId}`.execute(tx);
  return { items: rows, total: Number(count.rows[0]?.total ?? 0) };
}

/** One batch, or undefined. */
export async function findPrintBatch(tx: Tx, batchId: number): Promise<PrintBatchRow | undefined> {
  const { rows } =
    await sql<PrintBatchRow>`SELECT ${batchColumns} FROM print_batches WHERE org_id = current_org() AND batch_id = ${batchId}`.execute(
      tx,
    );
  return rows[0];
}
