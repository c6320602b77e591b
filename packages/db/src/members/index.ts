// Front door of members: reading. Writing is `@quittance/db/members/write`, for use cases alone.
export * from './read.ts';
