// A customer's page over HTTP, and the search of an invoice, in turn.
import { pageBench } from '../page-bench.mjs';

const CUSTOMERS = 40;

const paths = ({ firstCustomerId }) =>
  Array.from({ length: CUSTOMERS }, (_, index) => [
    `/api/v1/customers/${firstCustomerId + index}`,
    `/api/v1/invoices?search=BF0000${String(index * 37).padStart(4, '0')}`,
  ]).flat();

export const bench = pageBench(paths, {
  name: 'page-customer',
  what: 'Customer pages and invoice searches over HTTP in turn, at 20 requests a second.',
  target: 'p95 at most 80 ms',
});
