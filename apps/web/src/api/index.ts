// Front door of api: reading, writing, downloading, and refusals in words.
export * from './call.ts';
export * from './download.ts';
export { takeFailedWrites } from './failed-writes.ts';
export * from './problem-words.ts';
export * from './query-client.ts';
export { reportReached, useReached } from './reach.ts';
export * from './request-key.ts';
export * from './session-expiry.ts';
export * from './use-api.ts';
