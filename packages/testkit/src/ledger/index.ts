// Front door: a small portfolio put straight into the tables.
export { type GivenCustomer, type GivenInvoice, Portfolio } from './portfolio.ts';
