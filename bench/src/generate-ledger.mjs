// Fills a migrated database with a ledger of any size by plain SQL: customers, invoices over three years, 10 % open, the rest paid.
// As superuser with triggers off: the columns they keep are filled with what the allocations prove.

/** How many invoices for one customer, as in the figures promised (1 M invoices, 20 k customers). */
const INVOICES_A_CUSTOMER = 50;
/** Age in days below which no invoice is paid yet; with the few older ones left open it makes 10 % of three years. */
const YOUNG_DAYS = 80;
const SPAN_DAYS = 1_095;

const statements = ({ orgId, companyId, invoices, on, scenario }) => {
  const customers = Math.max(1, Math.round(invoices / INVOICES_A_CUSTOMER));
  // Every number below is a mix of n by a prime, so that the same n always gives the same invoice.
  return [
    `CREATE TEMP TABLE made AS
      SELECT n, (1 + (n * 7919) % ${customers})::bigint AS c, (date '${on}' - ((n * 13) % ${SPAN_DAYS})::int) AS issued_on,
        (date '${on}' - ((n * 13) % ${SPAN_DAYS})::int + 30) AS due_on, (1000 + (n * 104729) % 900000)::bigint AS gross,
        ((n * 13) % ${SPAN_DAYS} < ${YOUNG_DAYS} OR (n * 31) % 37 = 0) AS is_open,
        (date '${on}' - ((n * 13) % ${SPAN_DAYS})::int + 20 + ((n * 17) % 60)::int) AS paid_on
      FROM generate_series(1::bigint, ${invoices}::bigint) n`,
    `INSERT INTO customers (org_id, company_id, ref, name, email, phone, address_line1, postal_code, city, segment, scenario)
      SELECT ${orgId}, ${companyId}, 'B' || lpad(c::text, 7, '0'), 'Client ' || c, 'compta' || c || '@client.example', '01 99 00 00 00',
        c || ' rue des Essais', '96000', 'Essaiville', 'PME', ${scenario ? `'${scenario}'` : 'NULL'}
      FROM generate_series(1, ${customers}) c ORDER BY c`,
    `CREATE TEMP TABLE numbered AS SELECT customer_id, row_number() OVER (ORDER BY customer_id) AS c FROM customers WHERE org_id = ${orgId}`,
    `CREATE UNIQUE INDEX ON numbered (c)`,
    `INSERT INTO invoices (org_id, company_id, customer_id, number, issued_on, sent_on, gross_cents, currency, source_key)
      SELECT ${orgId}, ${companyId}, customer_id, 'BF' || lpad(n::text, 8, '0'), issued_on, issued_on, gross, 'EUR', md5('i' || n)::uuid
      FROM made JOIN numbered USING (c) ORDER BY n`,
    `CREATE TEMP TABLE placed AS SELECT invoice_id, row_number() OVER (ORDER BY invoice_id) AS n FROM invoices WHERE org_id = ${orgId}`,
    `CREATE UNIQUE INDEX ON placed (n)`,
    `INSERT INTO receivables (org_id, company_id, customer_id, invoice_id, issued_on, due_on, gross_cents, settled_cents, currency, last_allocated_on, source_key)
      SELECT ${orgId}, ${companyId}, customer_id, invoice_id, issued_on, due_on, gross, CASE WHEN is_open THEN 0 ELSE gross END, 'EUR',
        CASE WHEN is_open THEN NULL ELSE paid_on END, md5('r' || n)::uuid
      FROM made JOIN numbered USING (c) JOIN placed USING (n) ORDER BY n`,
    `INSERT INTO payments (org_id, company_id, customer_id, direction, paid_on, cents, applied_cents, currency, reference, last_allocated_on, source_key)
      SELECT ${orgId}, ${companyId}, customer_id, 'in', paid_on, gross, gross, 'EUR', 'BV' || n, paid_on, md5('p' || n)::uuid
      FROM made JOIN numbered USING (c) WHERE NOT is_open ORDER BY n`,
    `INSERT INTO allocations (org_id, company_id, payment_id, receivable_id, allocated_on, cents, currency, origin, actor)
      SELECT ${orgId}, ${companyId}, p.payment_id, r.receivable_id, m.paid_on, m.gross, 'EUR', 'lettering', 'bench'
      FROM made m JOIN placed USING (n) JOIN receivables r ON r.org_id = ${orgId} AND r.invoice_id = placed.invoice_id
        JOIN payments p ON p.org_id = ${orgId} AND p.company_id = ${companyId} AND p.source_key = md5('p' || n)::uuid
      WHERE NOT m.is_open ORDER BY n`,
    // One credit in fifty customers stands unapplied.
    `INSERT INTO payments (org_id, company_id, customer_id, direction, paid_on, cents, currency, reference, source_key)
      SELECT ${orgId}, ${companyId}, customer_id, 'in', date '${on}' - 10, 50000, 'EUR', 'ACOMPTE', md5('u' || c)::uuid
      FROM numbered WHERE c % 50 = 0`,
    'DROP TABLE made, numbered, placed',
    'ANALYZE customers, invoices, receivables, payments, allocations',
  ];
};

/**
 * Fills one organization and company. `admin` is a superuser's connected pg client in the application's database;
 * `shape` = { orgId, companyId, invoices, on, scenario? }.
 */
export async function generateLedger(admin, shape) {
  await admin.query("SET session_replication_role = 'replica'");
  await admin.query('SELECT set_config($1, $2, false)', ['app.org_id', String(shape.orgId)]);
  for (const statement of statements(shape)) await admin.query(statement);
  await admin.query("SET session_replication_role = 'origin'");
}
