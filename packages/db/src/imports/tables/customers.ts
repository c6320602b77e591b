// Customers and contacts of a table file: one statement for each batch. A value the file does not give never erases one that is known,
// nor does one it gives replace what a person changed by hand.
import type { ContactRow, CustomerRow } from '@quittance/core/intake';
import type { CompanyId, CustomerId, ImportId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';

/** Rows made and rows changed. */
export type UpsertCounts = Readonly<{ created: number; updated: number }>;

/** Whether a person changed that field of the customer h. */
const byHand = (field: string) => sql`coalesce(${field}::text = ANY(h.by_hand), false)`;

/** Customers of an import, each reference once. Returns the references whose payment terms changed. */
export async function upsertCustomers(
  tx: Tx,
  scope: Readonly<{ companyId: CompanyId; importId: ImportId }>,
  customers: readonly CustomerRow[],
): Promise<UpsertCounts & { newTerms: string[] }> {
  const { companyId, importId } = scope;
  const { rows } = await sql<{ created: boolean; ref: string; newTerms: boolean }>`
    WITH told AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(customers)}::jsonb) AS g (ref text, name text, kind text, siren text, "vatNumber" text,
        email text, phone text, "addressLine1" text, "addressLine2" text, "postalCode" text, city text, country text, language text,
        segment text, sector text, "paymentTerms" text, "creditLimitCents" bigint, iban text, scenario text, "ownerEmail" text)
    ), given AS (
      SELECT g.ref, g.name, CASE WHEN ${byHand('kind')} THEN NULL ELSE g.kind END AS kind, g.siren, g."vatNumber", g.email, g.phone,
        g."addressLine1", g."addressLine2", g."postalCode", g.city, g.country, CASE WHEN ${byHand('language')} THEN NULL ELSE g.language END AS language,
        CASE WHEN ${byHand('segment')} THEN NULL ELSE g.segment END AS segment, g.sector,
        CASE WHEN ${byHand('terms')} THEN NULL ELSE g."paymentTerms" END AS "paymentTerms",
        CASE WHEN ${byHand('limit')} THEN NULL ELSE g."creditLimitCents" END AS "creditLimitCents", g.iban,
        CASE WHEN ${byHand('scenario')} THEN NULL ELSE g.scenario END AS scenario,
        CASE WHEN ${byHand('owner')} THEN NULL ELSE g."ownerEmail" END AS "ownerEmail"
      FROM told g LEFT JOIN customers h ON h.org_id = current_org() AND h.company_id = ${companyId} AND h.ref = g.ref
    ), before AS (
      SELECT c.ref, c.payment_terms FROM customers c JOIN given g ON g.ref = c.ref
      WHERE c.org_id = current_org() AND c.company_id = ${companyId}
    ), saved AS (
      INSERT INTO customers AS c (company_id, ref, name, kind, siren, vat_number, email, phone, address_line1, address_line2, postal_code, city,
        country, language, segment, sector, payment_terms, credit_limit_cents, iban, scenario, owner_email, import_id)
      SELECT ${companyId}, ref, name, coalesce(kind, 'business'), siren, "vatNumber", email, phone, "addressLine1", "addressLine2", "postalCode", city,
        coalesce(country, 'FR'), coalesce(language, 'fr'), segment, sector, "paymentTerms", "creditLimitCents", iban, scenario, "ownerEmail", ${importId}
      FROM given
      ON CONFLICT (org_id, company_id, ref) DO UPDATE SET (name, kind, siren, vat_number, email, phone, address_line1, address_line2, postal_code,
          city, country, language, segment, sector, payment_terms, credit_limit_cents, iban, scenario, owner_email, email_status)
        = (SELECT g.name, coalesce(g.kind, c.kind), coalesce(g.siren, c.siren), coalesce(g."vatNumber", c.vat_number), coalesce(g.email, c.email),
            coalesce(g.phone, c.phone), coalesce(g."addressLine1", c.address_line1), coalesce(g."addressLine2", c.address_line2),
            coalesce(g."postalCode", c.postal_code), coalesce(g.city, c.city), coalesce(g.country, c.country), coalesce(g.language, c.language),
            coalesce(g.segment, c.segment), coalesce(g.sector, c.sector), coalesce(g."paymentTerms", c.payment_terms),
            coalesce(g."creditLimitCents", c.credit_limit_cents), coalesce(g.iban, c.iban), coalesce(g.scenario, c.scenario),
            coalesce(g."ownerEmail", c.owner_email), CASE WHEN g.email IS DISTINCT FROM c.email AND g.email IS NOT NULL THEN 'valid' ELSE c.email_status END
          FROM given g WHERE g.ref = excluded.ref)
        WHERE EXISTS (SELECT 1 FROM given g WHERE g.ref = excluded.ref AND (g.name <> c.name OR g.kind <> c.kind OR g.country <> c.country
          OR g.language <> c.language
          OR (g.siren IS NOT NULL AND g.siren IS DISTINCT FROM c.siren)
          OR (g."vatNumber" IS NOT NULL AND g."vatNumber" IS DISTINCT FROM c.vat_number)
          OR (g.email IS NOT NULL AND g.email IS DISTINCT FROM c.email)
          OR (g.phone IS NOT NULL AND g.phone IS DISTINCT FROM c.phone)
          OR (g."addressLine1" IS NOT NULL AND g."addressLine1" IS DISTINCT FROM c.address_line1)
          OR (g."addressLine2" IS NOT NULL AND g."addressLine2" IS DISTINCT FROM c.address_line2)
          OR (g."postalCode" IS NOT NULL AND g."postalCode" IS DISTINCT FROM c.postal_code)
          OR (g.city IS NOT NULL AND g.city IS DISTINCT FROM c.city)
          OR (g.segment IS NOT NULL AND g.segment IS DISTINCT FROM c.segment)
          OR (g.sector IS NOT NULL AND g.sector IS DISTINCT FROM c.sector)
          OR (g."paymentTerms" IS NOT NULL AND g."paymentTerms" IS DISTINCT FROM c.payment_terms)
          OR (g."creditLimitCents" IS NOT NULL AND g."creditLimitCents" IS DISTINCT FROM c.credit_limit_cents)
          OR (g.iban IS NOT NULL AND g.iban IS DISTINCT FROM c.iban)
          OR (g.scenario IS NOT NULL AND g.scenario IS DISTINCT FROM c.scenario)
          OR (g."ownerEmail" IS NOT NULL AND g."ownerEmail" IS DISTINCT FROM c.owner_email)))
      RETURNING (xmax = 0) AS created, ref, payment_terms
    )
    SELECT s.created, s.ref, NOT s.created AND s.payment_terms IS DISTINCT FROM b.payment_terms AS "newTerms"
    FROM saved s LEFT JOIN before b ON b.ref = s.ref`.execute(tx);
  const created = rows.filter((row) => row.created).length;
  return {
    created,
    updated: rows.length - created,
    newTerms: rows.filter((row) => row.newTerms).map((row) => row.ref),
  };
}

/** Ids of the customers of those references. */
export async function findCustomerIds(
  tx: Tx,
  companyId: CompanyId,
  refs: readonly string[],
): Promise<Map<string, CustomerId>> {
  const { rows } = await sql<{
    ref: string;
    customerId: CustomerId;
  }>`SELECT ref, customer_id AS "customerId" FROM customers
    WHERE org_id = current_org() AND company_id = ${companyId} AND ref = ANY(${[...new Set(refs)]}::text[])`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.ref, row.customerId]));
}

/** Creates customers known by reference and name alone; those that exist keep what they have. Returns how many were made. */
export async function insertNamedCustomers(
  tx: Tx,
  scope: Readonly<{ companyId: CompanyId; importId: ImportId }>,
  customers: ReadonlyMap<string, string>,
): Promise<number> {
  if (customers.size === 0) return 0;
  const made = await sql`INSERT INTO customers (company_id, ref, name, import_id)
    SELECT ${scope.companyId}, g.ref, g.name, ${scope.importId} FROM unnest(${[...customers.keys()]}::text[], ${[...customers.values()]}::text[]) AS g (ref, name)
    ON CONFLICT (org_id, company_id, ref) DO NOTHING`.execute(tx);
  return Number(made.numAffectedRows ?? 0n);
}

/** A contact and its customer. */
export type KnownContactRow = ContactRow & Readonly<{ customerId: CustomerId }>;

/** Contacts, each customer and name once; roles given replace those known. One that a person wrote, or left alone, stays as it is. */
export async function upsertContacts(
  tx: Tx,
  importId: ImportId,
  contacts: readonly KnownContactRow[],
): Promise<UpsertCounts> {
  const { rows } = await sql<{ created: boolean }>`
    INSERT INTO contacts AS c (customer_id, name, roles, language, email, phone, import_id)
    SELECT g."customerId", g.name, ARRAY(SELECT jsonb_array_elements_text(g.roles)), g.language, g.email, g.phone, ${importId}
    FROM jsonb_to_recordset(${JSON.stringify(contacts)}::jsonb) AS g ("customerId" bigint, name text, roles jsonb, language text, email text, phone text)
    ON CONFLICT (org_id, customer_id, name) DO UPDATE SET
      roles = CASE WHEN excluded.roles = '{}' THEN c.roles ELSE excluded.roles END, language = coalesce(excluded.language, c.language),
      email = coalesce(excluded.email, c.email), phone = coalesce(excluded.phone, c.phone),
      email_status = CASE WHEN excluded.email IS NOT NULL AND excluded.email IS DISTINCT FROM c.email THEN 'valid' ELSE c.email_status END
    WHERE NOT c.by_hand AND ((excluded.roles <> '{}' AND excluded.roles <> c.roles) OR (excluded.language IS NOT NULL AND excluded.language IS DISTINCT FROM c.language)
      OR (excluded.email IS NOT NULL AND excluded.email IS DISTINCT FROM c.email) OR (excluded.phone IS NOT NULL AND excluded.phone IS DISTINCT FROM c.phone))
    RETURNING (xmax = 0) AS created`.execute(tx);
  const created = rows.filter((row) => row.created).length;
  return { created, updated: rows.length - created };
}
