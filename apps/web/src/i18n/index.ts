// Front door of i18n.
export * from './format.ts';
export * from './i18n.ts';
export * from './rate-source.ts';
export * from './typed-day.ts';
export * from './use-words.ts';
