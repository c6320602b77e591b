// Front door of channels: reading. Writing is `@quittance/db/channels/write`, for use cases alone.
export * from './read.ts';
