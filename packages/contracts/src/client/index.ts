// Front door of the client.
export * from './client.ts';
export * from './problem-error.ts';
export * from './request.ts';
export * from './sign-in.ts';
