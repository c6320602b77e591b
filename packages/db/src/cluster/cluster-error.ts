// ClusterError: why PostgreSQL could not be opened or stopped, as a code, facts, and one sentence saying what to do.

/** What went wrong with the server behind a data folder or a `DATABASE_URL`. */
export type ClusterErrorCode =
  | 'app_role_missing'
  | 'app_role_too_strong'
  | 'binaries_missing'
  | 'data_folder_not_ours'
  | 'extension_missing'
  | 'init_failed'
  | 'locked'
  | 'passwords_lost'
  | 'root_needs_another_user'
  | 'server_too_old'
  | 'start_failed'
  | 'stop_failed'
  | 'unreachable'
  | 'version_mismatch';

/** Thrown by `openCluster` and `close`: `code` for programs, `message` for people, `facts` for both. */
export class ClusterError extends Error {
  override readonly name = 'ClusterError';
  readonly code: ClusterErrorCode;
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(code: ClusterErrorCode, message: string, facts: Readonly<Record<string, string | number>> = {}) {
    super(message);
    this.code = code;
    this.facts = facts;
  }
}
