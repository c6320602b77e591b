// Front door of receivables: what several screens say of a due term.
export * from './bucket.ts';
export * from './days-late.ts';
export * from './offset.ts';
export * from './status.tsx';
export * from './why-sentence.tsx';
