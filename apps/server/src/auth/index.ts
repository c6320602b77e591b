// Front door of auth.
export * from './cross-site.ts';
export * from './identity.ts';
export * from './known-host.ts';
export * from './secret.ts';
export * from './sessions.ts';
export * from './sign-in-limits.ts';
