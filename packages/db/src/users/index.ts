// Front door of users: reading. Writing is `@quittance/db/users/write`, for use cases alone.

export * from './members.ts';
export * from './read.ts';
