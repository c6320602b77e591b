// An external server named by DATABASE_URL: checked, completed with the application's role and the extensions, never stopped.
import pg from 'pg';
import { ClusterError } from './cluster-error.ts';
import { EXTENSIONS } from './embedded/bootstrap.ts';
import { APP_ROLE, PORTFOLIO_ROLE } from './embedded/connection-file.ts';

/** An open external server. */
export type ExternalCluster = {
  readonly kind: 'external';
  readonly ownerUrl: string;
  readonly appUrl: string;
  close(): Promise<void>;
};

const OLDEST = 150_000;
const INHERITS_BY_GRANT = 160_000;

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'quittance set-up' });
  client.on('error', () => {}); // reported by the query that meets it
  try {
    await client.connect();
    return client;
  } catch (error) {
    const reason = (error as Error).message;
    throw new ClusterError('unreachable', `The server of DATABASE_URL cannot be reached: ${reason}`, { reason });
  }
}

async function checkVersion(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ number: number; version: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as version",
  );
  const found = rows[0]!;
  if (found.number >= OLDEST) return found.number;
  const message = `The server of DATABASE_URL is PostgreSQL ${found.version}; PostgreSQL 15 or newer is needed.`;
  throw new ClusterError('server_too_old', message, { found: found.version, oldest: 15 });
}

// Membership alone does not tell: since PostgreSQL 16 a member may lack the right to act as the role.
async function canActAs(client: pg.Client, role: string): Promise<boolean> {
  try {
    await client.query(`set role ${role}`);
    await client.query('reset role');
    return true;
  } catch {
    return false;
  }
}

// Whoever inherited from the portfolio role would be bound by its policies; before PostgreSQL 16 its members cannot help it, and the
// policies say so themselves.
const grantOf = (role: string, version: number): string =>
  role === PORTFOLIO_ROLE && version >= INHERITS_BY_GRANT ? 'with inherit false, set true' : '';

async function prepareRole(client: pg.Client, role: string, version: number): Promise<void> {
  try {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
    if (rowCount === 0) await client.query(`create role ${role} nologin nosuperuser nobypassrls`);
    if (!(await canActAs(client, role))) await client.query(`grant ${role} to current_user ${grantOf(role, version)}`);
  } catch (error) {
    const message =
      `The role ${role} is missing or not granted to the user of DATABASE_URL (${(error as Error).message}). ` +
      `As an administrator of that server: CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO <that user>;`;
    throw new ClusterError('app_role_missing', message, { role });
  }
}

// The seal between organizations is row-level security; a role above it would make it worthless.
async function checkRole(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ too_strong: boolean }>(
    `select bool_or(rolsuper or rolbypassrls) as too_strong from pg_roles
      where pg_has_role($1::name, oid, 'member')`,
    [role],
  );
  if (!rows[0]?.too_strong) return;
  const message = `The role ${role} can bypass row-level security: ALTER ROLE ${role} NOSUPERUSER NOBYPASSRLS;`;
  throw new ClusterError('app_role_too_strong', message, { role });
}

async function ensureExtensions(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ extname: string }>('select extname from pg_extension');
  for (const name of EXTENSIONS) {
    if (rows.some((row) => row.extname === name)) continue;
    try {
      await client.query(`create extension if not exists ${name} with schema public`);
    } catch (error) {
      const message =
        `The extension ${name} cannot be created (${(error as Error).message}). ` +
        `As an administrator, in that database: CREATE EXTENSION ${name};`;
      throw new ClusterError('extension_missing', message, { extension: name });
    }
  }
}

/** `url` with every connection acting as the application's role from its first statement on. */
export function asAppRole(url: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}options=${encodeURIComponent(`-c role=${APP_ROLE}`)}`;
}

/** Checks and completes the server at `url`. @throws ClusterError */
export async function openExternal(url: string): Promise<ExternalCluster> {
  const client = await connect(url);
  try {
    const version = await checkVersion(client);
    for (const role of [APP_ROLE, PORTFOLIO_ROLE]) {
      await prepareRole(client, role, version);
      await checkRole(client, role);
    }
    await ensureExtensions(client);
  } finally {
    await client.end();
  }
  return { kind: 'external', ownerUrl: url, appUrl: asAppRole(url), close: async () => {} };
}
