// Front door of bank files: CAMT, CFONB 120 and 240, MT940/942 and OFX, each to the same statements.
export type { BankFile, BankOutcome, BankPiece, BankReading, StatementHead } from './bank-file.ts';
export { readCamt } from './camt/read-camt.ts';
export { frenchIban } from './cfonb/account.ts';
export { readCfonb120 } from './cfonb/read-cfonb120.ts';
export { readCfonb240 } from './cfonb/read-cfonb240.ts';
export { readOfx } from './ofx/read-ofx.ts';
export { BANK_KINDS, type BankKind, openBankFile } from './open-bank-file.ts';
export { readMt940 } from './swift/read-mt940.ts';
