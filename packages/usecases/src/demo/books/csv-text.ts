// CSV text: the demo's customers, contacts, invoices and payments in the product's own columns.
import type { Cents } from '@quittance/core/kernel';
import { frenchVatNumber } from '@quittance/core/parties';
import type { DemoCustomer } from '../people/demo-customer.ts';
import type { Sale, UnletteredPayment } from '../trade/trade.ts';
import type { Pieces } from './pieces.ts';

type Row = Readonly<Record<string, string>>;

const field = (text: string): string => (/[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const table = (columns: string, rows: readonly Row[]): string => {
  const names = columns.split(' ');
  const lines = rows.map((row) => names.map((name) => field(row[name] ?? '')).join(';'));
  return `${[names.join(';'), ...lines].join('\n')}\n`;
};

const CENTS = 100;
const amount = (value: Cents): string => `${Math.floor(value / CENTS)}.${String(value % CENTS).padStart(2, '0')}`;

const CUSTOMER_COLUMNS =
  'customer_ref name kind siren vat_number email phone address_line1 address_line2 postal_code city country language segment sector payment_terms credit_limit scenario owner_email';

const customerRow = (customer: DemoCustomer): Row => ({
  customer_ref: customer.ref,
  name: customer.name,
  kind: customer.kind,
  siren: customer.siren ?? '',
  vat_number: customer.siren && customer.kind === 'business' ? frenchVatNumber(customer.siren) : '',
  email: customer.email ?? '',
  phone: customer.phone ?? '',
  address_line1: customer.address?.line1 ?? '',
  address_line2: customer.address?.line2 ?? '',
  postal_code: customer.address?.postalCode ?? '',
  city: customer.address?.city ?? '',
  country: customer.address?.country ?? '',
  language: customer.language,
  segment: customer.segment,
  sector: customer.sector,
  payment_terms: customer.terms,
  credit_limit: customer.creditLimitCents ? amount(customer.creditLimitCents) : '',
  scenario: customer.scenario ?? '',
  owner_email: customer.ownerEmail ?? '',
});

/** `import csv-customers`. */
export const customersCsv = (customers: readonly DemoCustomer[]): string =>
  table(CUSTOMER_COLUMNS, customers.map(customerRow));

/** `import csv-contacts`. */
export const contactsCsv = (customers: readonly DemoCustomer[]): string =>
  table(
    'customer_ref name roles email phone language',
    customers.flatMap((customer) =>
      customer.contacts.map((contact) => ({
        customer_ref: customer.ref,
        name: contact.name,
        roles: contact.roles.join(' '),
        email: contact.email ?? '',
        phone: contact.phone ?? '',
        language: contact.language,
      })),
    ),
  );

const INVOICE_COLUMNS =
  'customer_ref invoice_number kind issued_on due_on gross net vat currency sent_on label payment_method';

// Net and VAT belong to the whole document: they are told where it has one term only.
const invoiceRows = (sale: Sale, number: string): Row[] =>
  sale.terms.map((term) => ({
    customer_ref: sale.customer.ref,
    invoice_number: number,
    kind: sale.kind,
    issued_on: sale.issuedOn,
    due_on: term.dueOn,
    gross: amount(term.cents),
    net: sale.terms.length === 1 ? amount((sale.grossCents - sale.vatCents) as Cents) : '',
    vat: sale.terms.length === 1 ? amount(sale.vatCents) : '',
    currency: 'EUR',
    sent_on: sale.sentOn ?? '',
    label: sale.label,
    payment_method: 'transfer',
  }));

/** `import csv-invoices`: the due dates and sending dates a FEC does not carry. */
export const invoicesCsv = (sales: readonly Sale[], pieces: Pieces): string =>
  table(
    INVOICE_COLUMNS,
    sales
      .map((sale) => ({ sale, number: pieces.saleNumber(sale) }))
      .sort((a, b) => (a.number < b.number ? -1 : 1))
      .flatMap(({ sale, number }) => invoiceRows(sale, number)),
  );

/** `import csv-payments`: what the bank says of payments the books have and nobody lettered. */
export const paymentsCsv = (payments: readonly UnletteredPayment[], pieces: Pieces): string =>
  table(
    'customer_ref paid_on amount currency method reference invoice_numbers',
    payments.map((payment, index) => ({
      customer_ref: payment.customer.ref,
      paid_on: payment.on,
      amount: amount(payment.cents),
      currency: 'EUR',
      method: 'transfer',
      reference: `VIR ${String(index + 1).padStart(4, '0')}`,
      invoice_numbers: payment.sales.map(pieces.saleNumber).join(' '),
    })),
  );
