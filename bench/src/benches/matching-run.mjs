// A matching run on a real database: facts read, every movement decided, what is certain applied, the rest kept. Once for each size.
import { matchWaiting } from '@quittance/usecases/cash';
import { clockAt } from '@quittance/usecases/ports';
import { generatedSet } from '../matching/generated.mjs';

const OPEN_A_MOVEMENT = 10;
const RUN_DAY = '2026-06-30';
// Each counts until the next begins: deciding goes on while the first are applied, and the last are applied while the rest is kept.
const PHASES = ['reading', 'deciding', 'applying', 'keeping'];

/** Rows of a set put into the tables as they are told, with their own ids; `rows` is one JSON list. */
const INSERTS = {
  customers: `INSERT INTO customers (org_id, customer_id, company_id, ref, name, siren, iban) OVERRIDING SYSTEM VALUE
    SELECT $2, (r ->> 'customerId')::bigint, $3, 'C' || (r ->> 'customerId'), r ->> 'name', 'G' || (r ->> 'groupId'), r -> 'ibans' ->> 0
    FROM jsonb_array_elements($1::jsonb) r`,
  invoices: `INSERT INTO invoices (org_id, invoice_id, company_id, customer_id, number, issued_on, gross_cents, currency, order_ref, source_key)
    OVERRIDING SYSTEM VALUE SELECT $2, (r ->> 'itemId')::bigint, $3, (r ->> 'customerId')::bigint, r ->> 'number', (r ->> 'dueOn')::date - 30,
      (r ->> 'openCents')::bigint, r ->> 'currency', r -> 'references' ->> 0, gen_random_uuid() FROM jsonb_array_elements($1::jsonb) r`,
  receivables: `INSERT INTO receivables (org_id, receivable_id, company_id, customer_id, invoice_id, issued_on, due_on, gross_cents, currency, source_key)
    OVERRIDING SYSTEM VALUE SELECT $2, (r ->> 'itemId')::bigint, $3, (r ->> 'customerId')::bigint, (r ->> 'itemId')::bigint,
      (r ->> 'dueOn')::date - 30, (r ->> 'dueOn')::date, (r ->> 'openCents')::bigint, r ->> 'currency', gen_random_uuid()
    FROM jsonb_array_elements($1::jsonb) r`,
  credits: `INSERT INTO credit_notes (org_id, credit_note_id, company_id, customer_id, number, issued_on, gross_cents, currency, source_key)
    OVERRIDING SYSTEM VALUE SELECT $2, (r ->> 'itemId')::bigint, $3, (r ->> 'customerId')::bigint, r ->> 'number', (r ->> 'dueOn')::date,
      (r ->> 'openCents')::bigint, r ->> 'currency', gen_random_uuid() FROM jsonb_array_elements($1::jsonb) r`,
  aliases: `INSERT INTO payer_aliases (org_id, company_id, customer_id, iban, name, actor, last_used_on)
    SELECT $2, $3, (r ->> 'customerId')::bigint, r ->> 'iban', r ->> 'name', 'bench', '2026-01-01' FROM jsonb_array_elements($1::jsonb) r
    ON CONFLICT DO NOTHING`,
  payments: `INSERT INTO payments (org_id, company_id, customer_id, direction, paid_on, cents, currency, reference, source_key)
    SELECT $2, $3, (r ->> 'customerId')::bigint, 'in', (r ->> 'paidOn')::date, (r ->> 'cents')::bigint, r ->> 'currency', r ->> 'reference',
      gen_random_uuid() FROM jsonb_array_elements($1::jsonb) r`,
  movements: `INSERT INTO bank_transactions (org_id, company_id, bank_account_id, statement_id, import_id, source_row, source_key, booked_on, cents,
      currency, label, counterparty_name, counterparty_iban)
    SELECT $2, $3, b.bank_account_id, s.statement_id, s.import_id, 1, gen_random_uuid(), (r ->> 'bookedOn')::date, (r ->> 'cents')::bigint,
      r ->> 'currency', r ->> 'text', r ->> 'payerName', r ->> 'payerIban'
    FROM jsonb_array_elements($1::jsonb) r, bank_accounts b, bank_statements s`,
};
const ACCOUNT = `WITH file AS (INSERT INTO imports (org_id, company_id, kind, file_name, sha256, status, actor)
    VALUES ($1, $2, 'camt', 'bench.xml', 'x', 'imported', 'bench') RETURNING import_id),
  account AS (INSERT INTO bank_accounts (org_id, company_id, identity, currency) VALUES ($1, $2, 'bench', 'EUR') RETURNING bank_account_id)
  INSERT INTO bank_statements (org_id, company_id, bank_account_id, import_id, format, balance, movements)
  SELECT $1, $2, bank_account_id, import_id, 'camt.053.001.08', 'unknown', 0 FROM file, account`;
const TOGETHER = 20_000;

async function fill(admin, { orgId, companyId }, { facts, transactions }) {
  const put = async (name, rows) => {
    for (let from = 0; from < rows.length; from += TOGETHER)
      await admin.query(INSERTS[name], [JSON.stringify(rows.slice(from, from + TOGETHER)), orgId, companyId]);
  };
  const ofKind = (wanted) => facts.items.filter(({ kind }) => kind === wanted);
  await put('customers', facts.payers);
  await put('invoices', ofKind('receivable'));
  await put('receivables', ofKind('receivable'));
  await put('credits', ofKind('credit_note'));
  await admin.query(
    "SELECT setval(pg_get_serial_sequence('credit_notes', 'credit_note_id'), coalesce(max(credit_note_id), 1)) FROM credit_notes",
  );
  await put('aliases', facts.aliases);
  await put('payments', facts.recordedPayments ?? []);
  await admin.query(ACCOUNT, [orgId, companyId]);
  await put('movements', transactions);
  await admin.query('ANALYZE');
}

/** What a run writes. The floor of its cost: the same rows put by the database into tables with the same indexes, nothing checked or tied. */
const WRITTEN = [
  'payments',
  'allocations',
  'bank_decisions',
  'bank_matches',
  'events',
  'payment_habits',
  'bank_proposals',
  'bank_candidates',
];

async function writeAgain(admin) {
  await admin.query('BEGIN');
  for (const table of WRITTEN) await admin.query(`INSERT INTO floor_${table} SELECT * FROM ${table}`);
  await admin.query('COMMIT');
}

export const bench = {
  name: 'matching-run',
  what: 'Waiting movements are matched with ten times as many open invoices on a real database: read, decided while what is certain is applied, the rest kept.',
  target: 'at most 5 s for 10,000 movements and 100,000 open invoices on 2 cores, growth about linear',
  unit: 'movements',
  reference: 'INSERT … SELECT of every row the run wrote, with its indexes and nothing else',
  sizes: { small: [316, 1_000, 3_160], medium: [1_000, 3_160, 10_000], large: [5_000, 10_000, 20_000] },
  async open(size, ground) {
    const { admin, db, orgId, companyId, close } = await ground.freshDatabase();
    await fill(admin, { orgId, companyId }, generatedSet(size, size * OPEN_A_MOVEMENT));
    for (const table of WRITTEN) await admin.query(`CREATE TABLE floor_${table} (LIKE ${table} INCLUDING INDEXES)`);
    const context = { db, orgId, actor: 'bench', clock: clockAt(new Date(`${RUN_DAY}T10:00:00Z`)) };
    const entered = new Map();
    let run;
    let ended;
    const onProgress = ({ phase }) => entered.has(phase) || entered.set(phase, performance.now());
    return {
      // What is applied is applied: a second run would have nothing to do.
      runs: 1,
      warm: false,
      ours: async () => {
        run = await matchWaiting(context, { companyId, apply: true, onProgress });
        ended = performance.now();
      },
      reference: () => writeAgain(admin),
      figures: (ms) => {
        const at = PHASES.map((phase, n) => entered.get(phase) ?? entered.get(PHASES[n + 1]) ?? ended);
        const percent = PHASES.map((phase, n) => [
          `${phase}Percent`,
          Math.round((((at[n + 1] ?? ended) - at[n]) * 100) / ms),
        ]);
        const applied = run.lines.filter(({ decisionId }) => decisionId !== null).length;
        return {
          openItems: run.items.size,
          applied,
          movementsPerSecond: Math.round((size * 1_000) / ms),
          ...Object.fromEntries(percent),
        };
      },
      close,
    };
  },
};
