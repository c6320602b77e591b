// Front door of letters: facts in, text out. Knows no invoice type.
export * from './check-view.ts';
export * from './layout/invoice-table.ts';
export * from './layout/letterhead.ts';
export * from './layout/payment-block.ts';
export * from './layout/plain-text.ts';
export * from './merge/fields.ts';
export * from './merge/merge-fields.ts';
export * from './prose.ts';
export * from './shipped/shipped-template.ts';
export * from './statement.ts';
export * from './view.ts';
export * from './wording/format.ts';
export * from './wording/labels.ts';
export * from './wording/lateness.ts';
export * from './wording/penalties.ts';
export * from './wording/sms.ts';
