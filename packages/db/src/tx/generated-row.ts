// For tests: a row of any table made from the catalogue, so that a table added tomorrow is tested without a word.
import type pg from 'pg';

/** A column as the catalogue tells it. */
export type CatalogueColumn = { readonly name: string; readonly type: string; readonly written: boolean };

const SAMPLES: Readonly<Record<string, string>> = {
  bigint: '1',
  integer: '1',
  smallint: '1',
  numeric: '1',
  'double precision': '1',
  boolean: 'true',
  text: "'a'",
  date: "'2026-03-31'",
  'timestamp with time zone': "'2026-03-31T08:00:00Z'",
  jsonb: "'{}'",
  json: "'{}'",
  uuid: "'00000000-0000-0000-0000-000000000001'",
  bytea: "'\\x00'",
};

/** Columns of a table of schema public, generated ones marked as not written. */
export async function columnsOf(client: pg.Client, table: string): Promise<CatalogueColumn[]> {
  const { rows } = await client.query<CatalogueColumn>(
    `select attname as name, format_type(atttypid, null) as type, attgenerated = '' as written
       from pg_attribute where attrelid = format('public.%I', $1::text)::regclass and attnum > 0 and not attisdropped
      order by attnum`,
    [table],
  );
  return rows;
}

function sampleOf({ name, type }: CatalogueColumn): string {
  const sample = type.endsWith('[]') ? "'{}'" : SAMPLES[type];
  if (sample === undefined) throw new Error(`no sample value for column ${name} of type ${type}: add one to SAMPLES`);
  return sample;
}

/** The INSERT of one row for an organization; every column filled. @throws Error for a type it does not know */
export function insertFor(table: string, columns: readonly CatalogueColumn[], orgId: number): string {
  const written = columns.filter((column) => column.written);
  const names = written.map(({ name }) => `"${name}"`).join(', ');
  const values = written.map((column) => (column.name === 'org_id' ? String(orgId) : sampleOf(column))).join(', ');
  return `insert into public."${table}" (${names}) overriding system value values (${values})`;
}
