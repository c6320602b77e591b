// Bank statements written: accounts met or opened, the lines of a file staged and placed, statements and movements stored.
export * from './join.ts';
export * from './keep-layout-account.ts';
export * from './known.ts';
export * from './open-account.ts';
export * from './save.ts';
export * from './sight.ts';
export * from './stage.ts';
export * from './withdraw.ts';
