// Estimated due dates: a FEC carries none, so the customer's terms, else the company's, are counted from the document's day.
import { dueDate, netDays, type PaymentTerms, parsePaymentTerms } from '../../calendar/index.ts';
import type { Day } from '../../kernel/index.ts';

/** Terms of a new company, in days from the document (C. com. art. L441-10 I: 30 days where nothing was agreed). */
export const DEFAULT_TERMS_DAYS = 30;

const MOST_REMEMBERED = 50_000;

const readOr = (text: string | null | undefined, otherwise: PaymentTerms): PaymentTerms => {
  const read = text ? parsePaymentTerms(text) : null;
  return read?.ok ? read.value : otherwise;
};

/** Estimates due dates for one company; results are remembered, since a year has few days and a company few terms. */
export function dueEstimator(companyTerms: string | null): (issuedOn: Day, customerTerms?: string | null) => Day {
  const usual = readOr(companyTerms, netDays(DEFAULT_TERMS_DAYS));
  const known = new Map<string, Day>();
  return (issuedOn, customerTerms) => {
    const key = customerTerms ? `${issuedOn}${customerTerms}` : issuedOn;
    const remembered = known.get(key);
    if (remembered) return remembered;
    const due = dueDate(readOr(customerTerms, usual), issuedOn);
    if (known.size < MOST_REMEMBERED) known.set(key, due);
    return due;
  };
}
