// The remembered port and passwords of the embedded server: one JSON file only its owner can read.
import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { ClusterError } from '../cluster-error.ts';
import { type ClusterFolders, leaveFileToOwner } from './folders.ts';

/** Contents of `connection.json`. */
export type Connection = {
  readonly port: number;
  /** Whether roles, database and extensions are known to exist. */
  readonly isBootstrapped: boolean;
  /** Which roles and rights the server was given last; an older or absent number is completed. */
  readonly roles?: number;
  readonly passwords: { readonly postgres: string; readonly owner: string; readonly app: string };
};

const password = (): string => randomBytes(24).toString('base64url');

/** New random passwords, no port yet (0). */
export const newConnection = (): Connection => ({
  port: 0,
  isBootstrapped: false,
  passwords: { postgres: password(), owner: password(), app: password() },
});

/** Writes the file whole or not at all. */
export function writeConnection(folders: ClusterFolders, connection: Connection): void {
  const draft = `${folders.connectionFile}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(connection, null, 2)}\n`, { mode: 0o600 });
  leaveFileToOwner(draft, folders);
  renameSync(draft, folders.connectionFile);
}

/** Reads the file. @throws ClusterError `passwords_lost` when it is missing, unreadable or not what we wrote. */
export function readConnection(folders: ClusterFolders): Connection {
  try {
    return JSON.parse(readFileSync(folders.connectionFile, 'utf8')) as Connection;
  } catch (error) {
    const message =
      `The passwords of the database cannot be read from ${folders.connectionFile} (${(error as Error).message}). ` +
      'Run as the user who created the data folder, or put the file back from a copy.';
    throw new ClusterError('passwords_lost', message, { file: folders.connectionFile });
  }
}

/** Database and roles of the embedded server; the same names are used on an external one. */
export const DATABASE = 'quittance';
export const OWNER_ROLE = 'quittance_owner';
export const APP_ROLE = 'quittance_app';
/** What the application becomes, for one transaction, on behalf of a member who is narrowed to a portfolio. */
export const PORTFOLIO_ROLE = 'quittance_portfolio';
/** Number of the roles and rights `bootstrap` gives: raised with each change of them. */
export const ROLES = 2;

const at = (user: string, secret: string, port: number, database: string): string =>
  `postgres://${user}:${secret}@127.0.0.1:${port}/${database}`;

/** Connection addresses of the three roles. */
export const urlsOf = ({ port, passwords }: Connection) => ({
  adminUrl: at('postgres', passwords.postgres, port, 'postgres'),
  ownerUrl: at(OWNER_ROLE, passwords.owner, port, DATABASE),
  appUrl: at(APP_ROLE, passwords.app, port, DATABASE),
});
