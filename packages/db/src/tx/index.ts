// Front door of the tx room: the pool, the typed database, the tenant's transaction, and streams inside it.
export type { Tables } from '../tables.generated.ts';
export { type CopySource, copyIn, copyOut } from './copy.ts';
export { createDb, type Database, type Tx } from './database.ts';
export { createPool, type PoolOptions } from './pool.ts';
export { streamBatches, streamRows } from './stream-rows.ts';
export { type OrgScope, withOrg } from './with-org.ts';
