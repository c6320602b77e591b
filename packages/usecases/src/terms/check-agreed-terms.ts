// Check agreed terms: invoices that give their debtor longer than the law allows. It warns; it changes nothing.
import { type PaymentTerms, parsePaymentTerms } from '@quittance/core/calendar';
import { addMonths, type CompanyId, type Day, type InvoiceId } from '@quittance/core/kernel';
import { checkTerms, FRENCH_TERMS_LIMITS, type TermsCheck } from '@quittance/core/law';
import { type AgreedTermRow, listAgreedTerms } from '@quittance/db/terms';
import { type Context, readOrganization } from '../context/index.ts';
import { sectorOf } from './sector.ts';

/** An invoice beyond the legal maximum, with the rule and what it allows. */
export type ExcessiveTerms = TermsCheck &
  Readonly<{
    invoiceId: InvoiceId;
    number: string;
    customerRef: string;
    customerName: string;
    issuedOn: Day;
    dueOn: Day;
  }>;

const wordsOf = (row: Pick<AgreedTermRow, 'paymentTerms'>): PaymentTerms | null => {
  const read = row.paymentTerms === null ? null : parsePaymentTerms(row.paymentTerms);
  return read?.ok ? read.value : null;
};

/** One due date against the legal maximum for its debtor; null where the law has none for it. */
export function checkDueDate(row: Omit<AgreedTermRow, 'dueOn'>, dueOn: Day): TermsCheck | null {
  const checked = checkTerms(
    {
      kind: row.kind,
      publicBuyer: 'authority',
      sector: sectorOf(row.sector),
      issuedOn: row.issuedOn,
      dueOn,
      deliveredOn: null,
      receivedOn: row.sentOn,
      terms: wordsOf(row),
      nothingAgreed: false,
      periodic: false,
    },
    FRENCH_TERMS_LIMITS,
  );
  return checked.ok ? checked.value : null;
}

function checkRow(row: AgreedTermRow): ExcessiveTerms | null {
  const { invoiceId, number, customerRef, customerName, issuedOn, dueOn } = row;
  const checked = checkDueDate(row, dueOn);
  if (!checked || checked.overByDays === 0) return null;
  return { invoiceId, number, customerRef, customerName, issuedOn, dueOn, ...checked };
}

const MONTHS_BACK = 12;

/**
 * Invoices to French professionals and public buyers, open or of the last twelve months, whose due date lies beyond the legal maximum
 * (art. L441-10, L441-11 C. com.; R2192-10 CCP). Public buyers are taken for authorities, the shortest limit.
 */
export const checkAgreedTerms = (
  context: Context,
  asked: Readonly<{ companyId: CompanyId; on: Day }>,
): Promise<readonly ExcessiveTerms[]> =>
  readOrganization(context, async (tx) => {
    const rows = await listAgreedTerms(tx, { ...asked, since: addMonths(asked.on, -MONTHS_BACK) });
    return rows.flatMap((row) => checkRow(row) ?? []);
  });
