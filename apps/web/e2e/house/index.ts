// What every journey starts from.
export * from './books.ts';
export * from './browser.ts';
export * from './demo.ts';
export * from './desk.ts';
export * from './figures.ts';
export * from './first-sight.ts';
export * from './mailbox.ts';
export * from './screens.ts';
export * from './server.ts';
export * from './settled.ts';
export * from './statement.ts';
