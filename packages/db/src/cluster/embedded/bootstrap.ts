// First content of an embedded server: the two login roles, the database and its extensions. Can be run again.
import pg from 'pg';
import { APP_ROLE, type Connection, DATABASE, OWNER_ROLE, PORTFOLIO_ROLE, urlsOf } from './connection-file.ts';

/** Extensions the schema needs; all three come with PostgreSQL. */
export const EXTENSIONS = ['pg_trgm', 'unaccent', 'btree_gist'] as const;

async function withClient<T>(url: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'quittance set-up' });
  client.on('error', () => {}); // reported by the query that meets it
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  const verb = rowCount === 0 ? 'create' : 'alter';
  const secret = client.escapeLiteral(password);
  await client.query(
    `${verb} role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls noreplication password ${secret}`,
  );
}

// Members of it may become it and do not inherit from it: its policies bind who became it, and nobody else.
async function ensurePortfolioRole(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [PORTFOLIO_ROLE]);
  if (rowCount === 0) await client.query(`create role ${PORTFOLIO_ROLE} nologin nosuperuser nobypassrls`);
  await client.query(`grant ${PORTFOLIO_ROLE} to ${APP_ROLE} with inherit false, set true`);
}

async function ensureDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
  if (rowCount === 0) await client.query(`create database ${DATABASE} owner ${OWNER_ROLE}`);
  await client.query(`revoke all on database ${DATABASE}, postgres, template1 from public`);
  await client.query(`grant connect, temporary on database ${DATABASE} to ${APP_ROLE}, ${PORTFOLIO_ROLE}`);
}

/** Creates what is missing, as the superuser. */
export async function bootstrap(connection: Connection): Promise<void> {
  const { adminUrl } = urlsOf(connection);
  await withClient(adminUrl, async (client) => {
    await ensureRole(client, OWNER_ROLE, connection.passwords.owner);
    await ensureRole(client, APP_ROLE, connection.passwords.app);
    await ensurePortfolioRole(client);
    await ensureDatabase(client);
  });
  const inDatabase = new URL(adminUrl);
  inDatabase.pathname = `/${DATABASE}`;
  await withClient(inDatabase.href, async (client) => {
    for (const name of EXTENSIONS) await client.query(`create extension if not exists ${name} with schema public`);
  });
}

/** Whether the server on the remembered port is the one of this data directory and takes our password. */
export async function answersAs(connection: Connection, data: string): Promise<boolean> {
  try {
    return await withClient(urlsOf(connection).adminUrl, async (client) => {
      const { rows } = await client.query<{ data_directory: string }>('show data_directory');
      return rows[0]?.data_directory === data;
    });
  } catch {
    return false;
  }
}
