// Front door of the table files' intake.
export * from './decide-invoice.ts';
export * from './decide-payment.ts';
export * from './merge-customers.ts';
