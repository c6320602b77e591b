// Front door of channels.
export * from './company-mail.ts';
export * from './mail-settings.ts';
export * from './mail-state.ts';
export * from './send-test.ts';
