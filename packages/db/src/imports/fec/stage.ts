// The staging table of an import of books: every line of a customer account, copied in as it streams by, gone at the end of the transaction.
import type { Cents, CompanyId, Currency, Day, ImportId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import { copyIn, type Tx } from '../../tx/index.ts';

/** What every step of an import of books knows. */
export type BooksScope = Readonly<{
  companyId: CompanyId;
  importId: ImportId;
  currency: Currency;
  actor: string;
  /** The business day of the import. */
  on: Day;
  /** Earlier imports of the same accounting year. */
  sameYear: readonly ImportId[];
  /** First entry day of the year, opening entries aside. */
  from: Day;
}>;

/** A staged line; `key` identifies it in any export of its year, up to identical lines. */
export type StagedLine = Readonly<{
  row: number;
  journalCode: string;
  entryNumber: string;
  entryOn: Day;
  customerRef: string;
  customerName: string;
  isDoubtful: boolean;
  cents: Cents;
  number: string;
  hasPiece: boolean;
  issuedOn: Day;
  dueOn: Day;
  label: string;
  letterGroup: string;
  letteredOn: Day | null;
  key: string;
}>;

/** Makes the empty staging table. */
export async function createFecStage(tx: Tx): Promise<void> {
  await sql`SET LOCAL work_mem = '64MB'`.execute(tx);
  await sql`CREATE TEMP TABLE fec_line (
    row_no integer NOT NULL, journal text COLLATE "C" NOT NULL, entry_no text COLLATE "C" NOT NULL, entry_on date NOT NULL,
    customer_ref text COLLATE "C" NOT NULL, customer_name text NOT NULL, doubtful boolean NOT NULL, cents bigint NOT NULL,
    number text NOT NULL, has_piece boolean NOT NULL, issued_on date NOT NULL, due_on date NOT NULL, label text NOT NULL,
    letter_group text COLLATE "C", lettered_on date, key uuid NOT NULL
  ) ON COMMIT DROP`.execute(tx);
}

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A text as COPY reads it. */
export const copyText = (text: string): string =>
  SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character]!) : text;

const lineText = (line: StagedLine): string =>
  `${line.row}\t${copyText(line.journalCode)}\t${copyText(line.entryNumber)}\t${line.entryOn}\t${copyText(line.customerRef)}\t${copyText(
    line.customerName,
  )}\t${line.isDoubtful ? 't' : 'f'}\t${line.cents}\t${copyText(line.number)}\t${line.hasPiece ? 't' : 'f'}\t${line.issuedOn}\t${
    line.dueOn
  }\t${copyText(line.label)}\t${line.letterGroup === '' ? '\\N' : copyText(line.letterGroup)}\t${line.letteredOn ?? '\\N'}\t${line.key}\n`;

async function* asCopy(batches: AsyncIterable<readonly StagedLine[]>): AsyncGenerator<string> {
  for await (const batch of batches) {
    if (batch.length > 0) yield batch.map(lineText).join('');
  }
}

/** Copies the lines in, batch after batch, then tells identical lines apart by counting them in file order. Returns their number. */
export async function stageFecLines(tx: Tx, batches: AsyncIterable<readonly StagedLine[]>): Promise<number> {
  const lines = await copyIn(tx, 'COPY fec_line FROM STDIN', asCopy(batches));
  await sql`ANALYZE fec_line`.execute(tx);
  await sql`UPDATE fec_line l SET key = md5(l.key || ':' || d.n)::uuid
    FROM (SELECT row_no, row_number() OVER (PARTITION BY key ORDER BY row_no) AS n FROM fec_line
      WHERE key IN (SELECT key FROM fec_line GROUP BY key HAVING count(*) > 1)) d
    WHERE d.row_no = l.row_no AND d.n > 1`.execute(tx);
  return lines;
}

/** Creates the customers the file names that are not known yet; returns how many. Known ones keep their name. */
export async function insertFecCustomers(tx: Tx, scope: BooksScope): Promise<number> {
  const made = await sql`INSERT INTO customers (company_id, ref, name, import_id)
    SELECT ${scope.companyId}, s.customer_ref, s.customer_name, ${scope.importId}
    FROM (SELECT DISTINCT ON (customer_ref) customer_ref, customer_name FROM fec_line
      ORDER BY customer_ref, (customer_name = customer_ref), row_no DESC) s
    WHERE NOT EXISTS (SELECT 1 FROM customers c
      WHERE c.org_id = current_org() AND c.company_id = ${scope.companyId} AND c.ref = s.customer_ref)
    ON CONFLICT (org_id, company_id, ref) DO NOTHING`.execute(tx);
  return Number(made.numAffectedRows ?? 0n);
}

/** Flags the customers whose doubtful account (416) has a balance in the file, and unflags those whose has none left. */
export async function flagDoubtfulCustomers(tx: Tx, scope: BooksScope): Promise<number> {
  const changed = await sql`UPDATE customers c SET doubtful = s.cents <> 0
    FROM (SELECT customer_ref, sum(cents) AS cents FROM fec_line WHERE doubtful GROUP BY customer_ref) s
    WHERE c.org_id = current_org() AND c.company_id = ${scope.companyId} AND c.ref = s.customer_ref
      AND c.doubtful <> (s.cents <> 0)`.execute(tx);
  return Number(changed.numAffectedRows ?? 0n);
}

/** Payment terms of the customers that have some of their own, by reference. */
export async function listCustomerTerms(tx: Tx, companyId: CompanyId): Promise<Map<string, string>> {
  const { rows } = await sql<{ ref: string; terms: string }>`SELECT ref, payment_terms AS terms FROM customers
    WHERE org_id = current_org() AND company_id = ${companyId} AND payment_terms IS NOT NULL`.execute(tx);
  return new Map(rows.map((row) => [row.ref, row.terms]));
}

/** From this many lines on, an import is a bulk load. */
const BULK_LINES = 2_000;

/**
 * Makes the planner join sets as sets: an organization it has no statistics of looks like one row, and nested loops over "one row" never end.
 */
export async function planForBulk(tx: Tx, lines: number): Promise<void> {
  if (lines >= BULK_LINES) await sql`SET LOCAL enable_nestloop = off`.execute(tx);
}

/** Renews the planner's statistics after a bulk load, for the rest of the import and for everybody after it. */
export async function learnStatistics(tx: Tx, lines: number): Promise<void> {
  if (lines >= BULK_LINES) await sql`SELECT learn_statistics()`.execute(tx);
}
