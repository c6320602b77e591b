// Front door of the print batch.
export { createPrintBatchBuilder } from './print-batch.ts';
