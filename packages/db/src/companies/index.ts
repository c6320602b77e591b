// Front door of companies: reading. Writing is `@quittance/db/companies/write`, for use cases alone.

export * from './lock.ts';
export * from './read.ts';
