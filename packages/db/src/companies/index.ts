// Front door of companies: reading. Writing is `@quittance/db/companies/write`, for use cases alone.
export * from './read.ts';
export * from './lock.ts';
