// The reminder plan of everybody on one day, from stored facts to decisions, beside reading the same facts with COPY.

import { createCompany } from '@quittance/usecases/companies';
import { readOrganization } from '@quittance/usecases/context';
import { clockAt } from '@quittance/usecases/ports';
import { planDay } from '@quittance/usecases/reminders';
import copyStreams from 'pg-copy-streams';
import { generateLedger } from '../generate-ledger.mjs';
import { BENCH_DAY } from '../ground.mjs';

// What the planner reads, as the shortest road out of the database: rows of text nobody parses.
const copies = (companyId) => [
  `SELECT r.customer_id, r.receivable_id, i.number, r.issued_on, i.sent_on, r.due_on, r.due_estimated, r.gross_cents, r.open_cents, r.currency
     FROM receivables r JOIN invoices i ON i.org_id = r.org_id AND i.invoice_id = r.invoice_id
     WHERE r.company_id = ${companyId} AND r.settled_cents < r.gross_cents ORDER BY r.customer_id, r.due_on`,
  `SELECT customer_id, ref, name, kind, language, scenario, segment, email, email_status, phone, address_line1, postal_code, city
     FROM customers WHERE company_id = ${companyId}`,
  `SELECT customer_id, payment_id, reference, paid_on, open_cents FROM payments WHERE company_id = ${companyId} AND applied_cents < cents`,
];

const readWithCopy = async (client, companyId) => {
  let bytes = 0;
  for (const query of copies(companyId)) {
    for await (const piece of client.query(copyStreams.to(`COPY (${query}) TO STDOUT`))) bytes += piece.length;
  }
  return bytes;
};

export const bench = {
  name: 'plan',
  what: 'Facts of every customer with something open are read and the reminders of a day decided; 10 % of the invoices are open.',
  unit: 'invoices',
  reference: 'the same facts read with COPY and thrown away',
  target: 'at most 4 × reading',
  sizes: { small: [2_000, 20_000, 100_000], medium: [20_000, 100_000, 500_000], large: [100_000, 316_000, 1_000_000] },
  async open(size, ground) {
    const database = await ground.freshDatabase();
    const { db, admin, orgId } = database;
    const context = { db, orgId, actor: 'bench', clock: clockAt(new Date(`${BENCH_DAY}T10:00:00Z`)) };
    const companyId = await createCompany(context, { code: 'plan', name: 'Bench plan', siren: null });
    await generateLedger(admin, { orgId, companyId, invoices: size, on: BENCH_DAY });
    const plan = () => readOrganization(context, (tx) => planDay(tx, { companyId, on: BENCH_DAY }));
    return {
      ours: plan,
      reference: () => readWithCopy(admin, companyId),
      figures: async () => {
        const { facts, plan: made } = await plan();
        return {
          customers: facts.customers.length,
          receivables: facts.customers.reduce((sum, customer) => sum + customer.receivables.length, 0),
          actions: made.actions.length,
          holds: made.holds.length,
        };
      },
      close: database.close,
    };
  },
};
