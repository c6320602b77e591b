// What the migrated database holds, read from PostgreSQL's catalogue in a stable order; objects of extensions are left out.

const OURS = "n.nspname <> 'information_schema' and n.nspname !~ '^pg_'";
const ours = (catalogue, alias) =>
  `${OURS} and not exists (select from pg_depend d
     where d.classid = '${catalogue}'::regclass and d.objid = ${alias}.oid and d.deptype = 'e')`;

const QUERIES = {
  schemas: `select nspname as name, nspacl::text[] as grants from pg_namespace n where ${OURS} order by 1`,
  types: `select n.nspname || '.' || t.typname as name, t.typtype as kind, format_type(t.typbasetype, t.typtypmod) as base,
      (select array_agg(e.enumlabel::text order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid) as labels,
      (select array_agg(pg_get_constraintdef(c.oid) order by c.conname) from pg_constraint c where c.contypid = t.oid) as checks
    from pg_type t join pg_namespace n on n.oid = t.typnamespace
    where t.typtype in ('e', 'd') and ${ours('pg_type', 't')} order by 1`,
  functions: `select p.oid::regprocedure::text as name, pg_get_functiondef(p.oid) as text, p.proacl::text[] as grants
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours('pg_proc', 'p')} order by 1`,
  sequences: `select c.oid::regclass::text as name, c.relacl::text[] as grants, format_type(s.seqtypid, null) as type
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_sequence s on s.seqrelid = c.oid
    where ${ours('pg_class', 'c')} and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i')
      and d.classid = 'pg_class'::regclass) order by 1`,
  views: `select c.oid::regclass::text as name, pg_get_viewdef(c.oid) as text, c.relacl::text[] as grants
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('v', 'm') and ${ours('pg_class', 'c')} order by 1`,
  tables: `select c.oid, n.nspname as schema, c.relname as table, c.oid::regclass::text as name, c.relacl::text[] as grants,
      c.relrowsecurity as sealed, c.relforcerowsecurity as forced
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${ours('pg_class', 'c')}
    order by n.nspname <> 'public', n.nspname, c.relname`,
  columns: `select a.attrelid as table_oid, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, t.typname,
      a.attnotnull as required, a.attidentity as identity, a.attgenerated as generated, a.attacl::text[] as grants,
      pg_get_expr(d.adbin, d.adrelid) as fallback
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_type t on t.oid = a.atttypid left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p') and ${ours('pg_class', 'c')}
    order by a.attrelid, a.attnum`,
  constraints: `select conrelid as table_oid, conname as name, pg_get_constraintdef(k.oid) as text from pg_constraint k
    where contype in ('p', 'u', 'f', 'c', 'x') and conrelid <> 0 order by position(contype::text in 'pucfx'), conname`,
  indexes: `select i.indrelid as table_oid, pg_get_indexdef(i.indexrelid) as text from pg_index i
    where not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = i.indrelid and k.contype in ('p', 'u', 'x'))
    order by i.indexrelid::regclass::text`,
  policies: `select p.polrelid as table_oid, p.polname as name, p.polpermissive as permissive, p.polcmd as command,
      array(select coalesce(r.rolname::text, 'public') from unnest(p.polroles) o left join pg_roles r on r.oid = o order by 1) as roles,
      pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as "check"
    from pg_policy p order by p.polname`,
  triggers: `select tgrelid as table_oid, pg_get_triggerdef(oid) as text from pg_trigger where not tgisinternal order by tgname`,
};

/** Reads everything; each entry is a list of rows. `client` is a connected pg client. */
export async function readCatalogue(client) {
  await client.query("set search_path = ''"); // so that every name comes out with its schema
  const catalogue = {};
  for (const [name, text] of Object.entries(QUERIES)) catalogue[name] = (await client.query(text)).rows;
  return catalogue;
}
