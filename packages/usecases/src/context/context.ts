// Context: on whose behalf a use case runs, in which organization, at what time. Every use case takes it first.
import type { PortfolioScope } from '@quittance/core/access';
import type { OrgId } from '@quittance/core/kernel';
import { type Database, type Tx, withOrg } from '@quittance/db/tx';
import type { Clock } from '../ports/clock.ts';

export type Context = Readonly<{
  db: Database;
  orgId: OrgId;
  /** Who acts, for the journal: `user:12`, `cli`, `worker`. */
  actor: string;
  clock: Clock;
  /** The customers the actor is narrowed to; absent: everything. */
  portfolio?: PortfolioScope | undefined;
}>;

type Options = Readonly<{ isolation?: 'repeatable read'; readOnly?: boolean }>;

/** One transaction of the context's organization; what it records carries the context's instant where the clock is driven. */
export const inOrganization = <T>(context: Context, act: (tx: Tx) => Promise<T>, options: Options = {}): Promise<T> =>
  withOrg(
    context.db,
    {
      orgId: context.orgId,
      actor: context.actor,
      portfolio: context.portfolio,
      ...(context.clock.driven ? { now: context.clock.now() } : {}),
      ...options,
    },
    act,
  );

/** The same, for reading: one consistent picture, and every write refused. */
export const readOrganization = <T>(context: Context, act: (tx: Tx) => Promise<T>): Promise<T> =>
  inOrganization(context, act, { isolation: 'repeatable read', readOnly: true });
