// Front door of lettering: codes of closed groups, and the entries of a period in FEC layout.
export * from './fec-entries.ts';
export * from './letter-code.ts';
export * from './letter-groups.ts';
