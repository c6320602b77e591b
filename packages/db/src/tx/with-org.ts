// The tenant's transaction: inside it PostgreSQL shows and accepts the rows of one organization only.
import type { PortfolioScope } from '@quittance/core/access';
import type { OrgId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Database, Tx } from './database.ts';
import { retryCollisions } from './retry.ts';
import { watchStreams } from './stream-watch.ts';

/** Whose transaction, and how it runs. */
export type OrgScope = {
  readonly orgId: OrgId;
  /** Who acts, for the journal: `user:12`, `cli:marie`, `job:reminders`. */
  readonly actor?: string;
  /** The instant recorded by what is written, where it is not now: a story, or a command run for another day. */
  readonly now?: Date;
  /** Default: read committed. */
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable';
  /** Shows and accepts only the customers of this portfolio, and what is theirs; absent: everything. */
  readonly portfolio?: PortfolioScope | undefined;
  /** Refuses every write. */
  readonly readOnly?: boolean;
};

async function setScope(tx: Tx, { orgId, actor = '', now }: OrgScope): Promise<void> {
  await sql`select set_config('app.org_id', ${String(orgId)}, true), set_config('app.actor', ${actor}, true),
    set_config('app.now', ${now?.toISOString() ?? ''}, true)`.execute(tx);
}

// From here on the transaction is another role, bound by the policies of 0009_portfolios.sql; its end gives the own role back.
async function narrow(tx: Tx, { ownerEmail, segments }: PortfolioScope): Promise<void> {
  await sql`select set_config('app.portfolio_owner', ${ownerEmail ?? ''}, true),
    set_config('app.portfolio_segments', ${JSON.stringify(segments)}, true), set_config('role', 'quittance_portfolio', true)`.execute(
    tx,
  );
}

/**
 * Runs `act` in a transaction of one organization and commits; a throw rolls back. On a deadlock or a serialization
 * failure it runs again from the start (at most 6 times), so `act` must do nothing outside the database that may not
 * happen twice. A transaction that has read or fed a stream is not run again.
 */
export function withOrg<T>(db: Database, scope: OrgId | OrgScope, act: (tx: Tx) => Promise<T>): Promise<T> {
  const asked: OrgScope = typeof scope === 'object' ? scope : { orgId: scope };
  const streams = watchStreams();
  const attempt = () => {
    let begin = db.transaction();
    if (asked.isolation) begin = begin.setIsolationLevel(asked.isolation);
    if (asked.readOnly) begin = begin.setAccessMode('read only');
    return begin.execute(async (tx) => {
      streams.watch(tx);
      await setScope(tx, asked);
      if (asked.portfolio) await narrow(tx, asked.portfolio);
      return act(tx);
    });
  };
  return retryCollisions(attempt, () => !streams.wereUsed());
}
