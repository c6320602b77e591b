// Front door of payments: what happens to money after it came.
export * from './announcements/announce.ts';
export * from './announcements/end-announcement.ts';
export * from './claims/claim.ts';
export * from './claims/decide-claim.ts';
export * from './claims/preview-claim.ts';
export * from './deeds/close-difference.ts';
export * from './deeds/enter-again.ts';
export * from './deeds/move-payment.ts';
export * from './deeds/record-payment.ts';
export * from './deeds/return-payment.ts';
export * from './deeds/send-back.ts';
export * from './deeds/undo-deed.ts';
export * from './export-payments.ts';
export * from './find-returned-payment.ts';
export * from './follow-up.ts';
export * from './lettering/export-lettering.ts';
export * from './read-payments.ts';
