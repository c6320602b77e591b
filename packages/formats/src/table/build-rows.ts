// From a mapped row to a neutral record, one builder per kind of file (columns in the command line's reference).
import type {
  BankRow,
  ContactRow,
  CustomerRow,
  InvoiceRow,
  PaymentRow,
  TableKind,
  TableRows,
} from '@quittance/core/intake';
import { type Cents, cents } from '@quittance/core/kernel';
import type { RowReader } from './row-reader.ts';
import * as read from './values.ts';

const EMAIL = 'an e-mail address';
const IBAN = 'an IBAN with a valid key';
const CURRENCY = 'an ISO 4217 code such as EUR';

const currency = (row: RowReader) => row.checked('currency', read.readCurrency, CURRENCY);
const language = (row: RowReader) => row.checked('language', read.readLanguage, 'fr or en');

function customer(row: RowReader): CustomerRow {
  return {
    row: row.row,
    ref: row.needText('customer_ref'),
    name: row.needText('name'),
    kind: row.checked('kind', read.readCustomerKind, 'business, consumer or public'),
    siren: row.checked('siren', read.readSiren, 'nine digits with a valid key'),
    vatNumber: row.text('vat_number')?.replace(/[\s.]/g, '').toUpperCase() ?? null,
    email: row.checked('email', read.readEmail, EMAIL),
    phone: row.text('phone'),
    ...address(row),
    language: language(row),
    segment: row.text('segment'),
    sector: row.text('sector'),
    paymentTerms: row.text('payment_terms'),
    creditLimitCents: row.amount('credit_limit'),
    iban: row.checked('iban', read.readIban, IBAN),
    scenario: row.text('scenario'),
    ownerEmail: row.checked('owner_email', read.readEmail, EMAIL),
  };
}

const address = (row: RowReader) => ({
  addressLine1: row.text('address_line1'),
  addressLine2: row.text('address_line2'),
  postalCode: row.text('postal_code'),
  city: row.text('city'),
  country: row.checked('country', read.readCountry, 'a two-letter country code such as FR'),
});

const contact = (row: RowReader): ContactRow => ({
  row: row.row,
  customerRef: row.needText('customer_ref'),
  name: row.needText('name'),
  roles: row.checked('roles', read.readRoles, 'billing reminders disputes formal_notice decision') ?? [],
  email: row.checked('email', read.readEmail, EMAIL),
  phone: row.text('phone'),
  language: language(row),
});

/** The kind as written; without a kind column the sign tells, and a credit note's amount may carry it. */
function invoiceKind(row: RowReader, gross: Cents): InvoiceRow['kind'] {
  if (!row.has('kind')) return gross < 0 ? 'credit_note' : 'invoice';
  const kind = row.needChecked('kind', read.readInvoiceKind, 'invoice or credit_note');
  if (kind === 'invoice' && gross < 0)
    row.leaveOut('gross', 'negative_invoice', 'a positive amount, or the kind credit_note');
  return kind;
}

const size = (amount: Cents | null): Cents | null => (amount === null ? null : cents(Math.abs(amount)));

/** The discount agreed, or null; blank or zero tells none. One that cannot be meant is listed and left out, the row stays. */
function discount(row: RowReader, of: { kind: InvoiceRow['kind']; gross: Cents }): InvoiceRow['discount'] {
  const amount = row.amount('discount');
  const untilOn = row.day('discount_until');
  if (amount === null || amount === 0) return null;
  const leftOut = (expected: string) => {
    row.list('discount', 'discount_left_out', expected);
    return null;
  };
  if (of.kind === 'credit_note') return leftOut('no discount on a credit note');
  if (amount < 0 || amount >= of.gross) return leftOut('an amount above zero and below the gross');
  if (untilOn === null) return leftOut('its last day in discount_until');
  return untilOn < row.needDay('issued_on') ? leftOut('a last day from issued_on on') : { cents: amount, untilOn };
}

function invoice(row: RowReader): InvoiceRow {
  const customerRef = row.needText('customer_ref');
  const number = row.needText('invoice_number');
  const gross = row.needAmount('gross');
  const kind = invoiceKind(row, gross);
  const isCredit = kind === 'credit_note';
  const net = row.amount('net');
  const vat = row.amount('vat');
  return {
    row: row.row,
    customerRef,
    number,
    kind,
    issuedOn: row.needDay('issued_on'),
    dueOn: row.needDay('due_on'),
    grossCents: cents(Math.abs(gross)),
    netCents: isCredit ? size(net) : net,
    vatCents: isCredit ? size(vat) : vat,
    currency: currency(row),
    customerName: row.text('customer_name'),
    sentOn: row.day('sent_on'),
    label: row.text('label'),
    orderRef: row.text('order_ref'),
    paymentMethod: row.text('payment_method'),
    discount: discount(row, { kind, gross }),
  };
}

const payment = (row: RowReader): PaymentRow => ({
  row: row.row,
  customerRef: row.needText('customer_ref'),
  paidOn: row.needDay('paid_on'),
  amountCents: row.needAmount('amount'),
  currency: currency(row),
  method: row.text('method'),
  reference: row.text('reference'),
  invoiceNumbers: (row.text('invoice_numbers') ?? '').split(/[\s,;|]+/).filter((number) => number !== ''),
});

/** The signed amount; a file with debit and credit columns gives money out and in, whatever sign they carry. */
function bankAmount(row: RowReader): Cents {
  if (row.has('amount')) return row.needAmount('amount');
  const debit = row.amount('debit');
  const credit = row.amount('credit');
  if (debit === null && credit === null) return row.leaveOut('credit', 'missing_value', 'a debit or a credit');
  return cents(Math.abs(credit ?? 0) - Math.abs(debit ?? 0));
}

const bank = (row: RowReader): BankRow => ({
  row: row.row,
  bookedOn: row.needDay('booked_on'),
  amountCents: bankAmount(row),
  valueOn: row.day('value_on'),
  currency: currency(row),
  label: row.text('label'),
  counterpartyName: row.text('counterparty_name'),
  counterpartyIban: row.checked('counterparty_iban', read.readIban, IBAN),
  reference: row.text('reference'),
});

/** How each kind of record is built from a row. @throws RowLeftOut inside, caught by the table reader. */
export const BUILDERS: Readonly<{ [K in TableKind]: (row: RowReader) => TableRows[K] }> = {
  customers: customer,
  contacts: contact,
  invoices: invoice,
  payments: payment,
  bank,
};
