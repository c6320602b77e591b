// Every fact of a company's ledger on one line each: whose, its signed amount, its day (the books' own where they tell it), where it came from. SQL shared by the checks below.
import type { CompanyId } from '@quittance/core/kernel';
import { type RawBuilder, sql } from 'kysely';

/** Columns customer_id, source_key, import_id, cents (what it adds to the customer's balance), dated_on. */
export const ledgerFacts = (companyId: CompanyId): RawBuilder<unknown> => sql`(
  SELECT customer_id, source_key, import_id, gross_cents AS cents, issued_on AS dated_on FROM invoices
    WHERE org_id = current_org() AND company_id = ${companyId}
  UNION ALL SELECT customer_id, source_key, import_id, -gross_cents, issued_on FROM credit_notes
    WHERE org_id = current_org() AND company_id = ${companyId}
  UNION ALL SELECT customer_id, source_key, import_id, CASE direction WHEN 'in' THEN -cents ELSE cents END,
      coalesce((SELECT t.told_on FROM payment_tellings t WHERE t.org_id = p.org_id AND t.payment_id = p.payment_id AND t.source = 'books'), paid_on)
    FROM payments p WHERE org_id = current_org() AND company_id = ${companyId})`;
