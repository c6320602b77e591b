// Front door: a small portfolio put straight into the tables, and the words to ask for what became of it.
export { type RawBuilder, sql } from 'kysely';
export { BankAccount, type GivenMovement } from './bank.ts';
export { type GivenCustomer, type GivenInvoice, Portfolio } from './portfolio.ts';
