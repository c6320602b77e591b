// The interest sheet of an invoice: what could be claimed as of a day, line by line, each with the rate, its half-year and its source.
import { addDays, type CompanyId, type Day, type InvoiceId, ok, type Result, refuse } from '@quittance/core/kernel';
import {
  FRENCH_RATES,
  type HalfYearRates,
  halfYearOf,
  type PenaltyStatement,
  type RateRefusal,
} from '@quittance/core/law';
import { findInvoice } from '@quittance/db/invoices';
import { listPenaltyTerms } from '@quittance/db/penalties';
import { type Context, readOrganization } from '../context/index.ts';
import { penaltiesOf } from './invoice-penalties.ts';
import { readRateTable } from './rate-table.ts';

/** One line: whole days at one rate on one amount. */
export type InterestLine = Omit<PenaltyStatement['segments'][number], 'term'> &
  Readonly<{
    dueOn: Day;
    /** The half-year whose rate applies: that of the days, or the one frozen at the start for a public buyer. */
    halfYear: string;
    source: string;
    /** The source is not an official or published one. */
    isDoubtful: boolean;
    /** The shipped rate, its source in the words it is shipped with. */
    isShipped: boolean;
  }>;

/** The sheet. `feeWhy` says why the fixed fee is not owed; null where it is. */
export type InterestSheet = Readonly<{
  on: Day;
  lines: readonly InterestLine[];
  interestCents: number;
  fixedFeeCents: number;
  totalCents: number;
  rateRule: PenaltyStatement['basis']['rateRule'];
  articles: readonly string[];
  feeWhy: 'consumer' | 'not_late' | null;
}>;

type Line = PenaltyStatement['segments'][number];

/** The half-year a line takes its rate from: its own, or for a public buyer the one in which interest began (R2192-32 CCP). */
const halfYearFor = (segment: Line, dueOn: Day, statement: PenaltyStatement) =>
  halfYearOf(statement.basis.regime === 'public' ? addDays(dueOn, 1) : segment.from);

function lineOf(
  segment: Line,
  dueOn: Day,
  known: Readonly<{ statement: PenaltyStatement; rates: readonly HalfYearRates[] }>,
): InterestLine {
  const { term: _, ...line } = segment;
  const halfYear = halfYearFor(segment, dueOn, known.statement);
  const row = known.rates.find((each) => each.halfYear === halfYear);
  const used = known.statement.basis.regime === 'consumer' ? row?.legalOther : row?.ecbMro;
  const isDoubtful = used !== undefined && used.confidence !== 'official' && used.confidence !== 'secondary';
  return {
    ...line,
    dueOn,
    halfYear,
    source: used?.source ?? '',
    isDoubtful,
    isShipped: row !== undefined && FRENCH_RATES.includes(row),
  };
}

const feeWhyOf = ({ basis, fixedFeeCents }: PenaltyStatement): InterestSheet['feeWhy'] => {
  if (fixedFeeCents > 0) return null;
  return basis.regime === 'consumer' ? 'consumer' : 'not_late';
};

/** The sheet of an invoice through a day. Refuses `not_found`, or the half-year whose rate is missing. */
export const interestSheet = (
  context: Context,
  asked: Readonly<{ companyId: CompanyId; invoiceId: InvoiceId; on: Day }>,
): Promise<Result<InterestSheet, RateRefusal | Readonly<{ code: 'not_found' }>>> =>
  readOrganization(context, async (tx) => {
    const { companyId, invoiceId, on } = asked;
    if (!(await findInvoice(tx, companyId, invoiceId, on))) return refuse({ code: 'not_found' });
    const computed = await penaltiesOf(tx, [invoiceId], on);
    if (!computed.ok) return computed;
    const { statement } = computed.value[0]!;
    const terms = await listPenaltyTerms(tx, [invoiceId]);
    const rates = await readRateTable(tx);
    return ok({
      on,
      lines: statement.segments.map((segment) => lineOf(segment, terms[segment.term]!.dueOn, { statement, rates })),
      interestCents: statement.interestCents,
      fixedFeeCents: statement.fixedFeeCents,
      totalCents: statement.totalCents,
      rateRule: statement.basis.rateRule,
      articles: statement.basis.articles,
      feeWhy: feeWhyOf(statement),
    });
  });
