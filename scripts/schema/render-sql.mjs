// Writes the catalogue as readable SQL: one block a table, with its keys, indexes, policies, triggers and grants.

const PRIVILEGES = {
  r: 'SELECT',
  a: 'INSERT',
  w: 'UPDATE',
  d: 'DELETE',
  D: 'TRUNCATE',
  x: 'REFERENCES',
  t: 'TRIGGER',
  U: 'USAGE',
  X: 'EXECUTE',
  C: 'CREATE',
  m: 'MAINTAIN',
};
const COMMANDS = { '*': 'ALL', r: 'SELECT', a: 'INSERT', w: 'UPDATE', d: 'DELETE' };
const OWNERS = ['quittance_owner', 'postgres', 'pg_database_owner'];

// An access list entry reads role=letters/grantor; `*` marks a grant option. The owner's own rights go without saying.
const readGrants = (grants) =>
  (grants ?? [])
    .map((entry) => /^(.*)=([^/]*)\//.exec(entry))
    .filter(([, role]) => !OWNERS.includes(role))
    .map(([, role, letters]) => ({
      role: role || 'PUBLIC',
      rights: [...letters.replaceAll('*', '')].map((letter) => PRIVILEGES[letter] ?? letter),
    }));

const grantLines = (grants, what) =>
  readGrants(grants)
    .map(({ role, rights }) => `GRANT ${rights.join(', ')} ON ${what} TO ${role};`)
    .sort();

// GRANT INSERT (a, b), one line for each right and role.
function columnGrantLines(columns, table) {
  const byRight = new Map();
  for (const { name, grants } of columns) {
    for (const { role, rights } of readGrants(grants)) {
      for (const right of rights) {
        const key = `${right}\t${role}`;
        byRight.set(key, [...(byRight.get(key) ?? []), name]);
      }
    }
  }
  const line = ([key, names]) =>
    `GRANT ${key.split('\t')[0]} (${names.join(', ')}) ON ${table} TO ${key.split('\t')[1]};`;
  return [...byRight].map(line).sort();
}

function columnLine({ name, type, required, identity, generated, fallback }) {
  const parts = [`  ${name} ${type}`];
  if (generated === 's') parts.push(`GENERATED ALWAYS AS (${fallback}) STORED`);
  else if (fallback !== null) parts.push(`DEFAULT ${fallback}`);
  if (identity) parts.push(`GENERATED ${identity === 'a' ? 'ALWAYS' : 'BY DEFAULT'} AS IDENTITY`);
  if (required) parts.push('NOT NULL');
  return parts.join(' ');
}

function policyLine(table, { name, permissive, command, roles, using, check }) {
  const parts = [`CREATE POLICY ${name} ON ${table}`];
  if (!permissive) parts.push('AS RESTRICTIVE');
  parts.push(`FOR ${COMMANDS[command]} TO ${roles.join(', ')}`);
  if (using !== null) parts.push(`USING (${using})`);
  if (check !== null) parts.push(`WITH CHECK (${check})`);
  return `${parts.join(' ')};`;
}

function tableBlock(table, { columns, constraints, indexes, policies, triggers }) {
  const of = (rows) => rows.filter(({ table_oid }) => table_oid === table.oid);
  const body = [
    ...of(columns).map(columnLine),
    ...of(constraints).map(({ name, text }) => `  CONSTRAINT ${name} ${text}`),
  ];
  return [
    `CREATE TABLE ${table.name} (`,
    body.join(',\n'),
    ');',
    ...of(indexes).map(({ text }) => `${text};`),
    ...(table.sealed ? [`ALTER TABLE ${table.name} ENABLE ROW LEVEL SECURITY;`] : []),
    ...(table.forced ? [`ALTER TABLE ${table.name} FORCE ROW LEVEL SECURITY;`] : []),
    ...of(policies).map((policy) => policyLine(table.name, policy)),
    ...of(triggers).map(({ text }) => `${text};`),
    ...grantLines(table.grants, table.name),
    ...columnGrantLines(of(columns), table.name),
  ].join('\n');
}

function typeBlock({ name, kind, base, labels, checks }) {
  if (kind === 'e') return `CREATE TYPE ${name} AS ENUM (${labels.map((label) => `'${label}'`).join(', ')});`;
  return `CREATE DOMAIN ${name} AS ${[base, ...(checks ?? [])].join(' ')};`;
}

/** The whole schema as text. */
export function renderSql(catalogue) {
  const blocks = [
    '-- The schema that the migrations lead to. Written by `npm run schema`; read it, do not run it.',
    ...catalogue.schemas.map(({ name, grants }) =>
      [`CREATE SCHEMA ${name};`, ...grantLines(grants, `SCHEMA ${name}`)].join('\n'),
    ),
    ...catalogue.types.map(typeBlock),
    ...catalogue.sequences.map(({ name, type, grants }) =>
      [`CREATE SEQUENCE ${name} AS ${type};`, ...grantLines(grants, `SEQUENCE ${name}`)].join('\n'),
    ),
    ...catalogue.tables.map((table) => tableBlock(table, catalogue)),
    ...catalogue.views.map(({ name, text, grants }) =>
      [`CREATE VIEW ${name} AS\n${text}`, ...grantLines(grants, name)].join('\n'),
    ),
    ...catalogue.functions.map(({ name, text, grants }) =>
      [`${text.trim()};`, ...grantLines(grants, `FUNCTION ${name}`)].join('\n'),
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}
