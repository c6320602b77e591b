// Invoice penalties: interest and fixed fee of invoices as of a day, under the law of each debtor, by the pure rule of core/law.

import { type CompanyId, cents, type Day, type InvoiceId, ok, type Result, refuse } from '@quittance/core/kernel';
import {
  FRENCH_PENALTY_PARAMETERS,
  latePenalties,
  type PenaltyRegime,
  type PenaltyStatement,
  type RateRefusal,
} from '@quittance/core/law';
import {
  findInvoicesByNumber,
  listFormalNotices,
  listPenaltyTerms,
  type PenaltyTermRow,
} from '@quittance/db/penalties';
import type { Tx } from '@quittance/db/tx';
import { type Context, readOrganization } from '../context/index.ts';
import { readRateTable } from './rate-table.ts';

/** The penalties of one invoice, with the number it bears. */
export type InvoicePenalties = Readonly<{ invoiceId: InvoiceId; number: string; statement: PenaltyStatement }>;

const regimeOf = (kind: PenaltyTermRow['customerKind'], formalNoticeOn: Day | null): PenaltyRegime => {
  if (kind === 'public') return { kind: 'public' };
  if (kind === 'consumer') return { kind: 'consumer', formalNoticeOn, enforceableOn: null };
  return { kind: 'business_default' };
};

const groupByInvoice = (rows: readonly PenaltyTermRow[]): Map<InvoiceId, PenaltyTermRow[]> => {
  const groups = new Map<InvoiceId, PenaltyTermRow[]>();
  for (const row of rows) groups.set(row.invoiceId, [...(groups.get(row.invoiceId) ?? []), row]);
  return groups;
};

/** Penalties of the invoices named, through `untilOn`. Refuses with the half-year that is missing from the rates. */
export async function penaltiesOf(
  tx: Tx,
  invoiceIds: readonly InvoiceId[],
  untilOn: Day,
): Promise<Result<InvoicePenalties[], RateRefusal>> {
  const rows = await listPenaltyTerms(tx, invoiceIds);
  const notices = new Map(
    (
      await listFormalNotices(
        tx,
        rows.map((row) => row.receivableId),
      )
    ).map(({ receivableId, on }) => [receivableId, on]),
  );
  const sources = { rates: await readRateTable(tx), parameters: FRENCH_PENALTY_PARAMETERS };
  const all: InvoicePenalties[] = [];
  for (const [invoiceId, terms] of groupByInvoice(rows)) {
    const first = terms[0]!;
    const noticed = terms.map((term) => notices.get(term.receivableId)).find((on) => on !== undefined);
    const statement = latePenalties(
      {
        // Late fees bear none themselves (art. 1343-2 C. civ.).
        terms: (first.nature === 'late_fee' ? [] : terms).map((term) => ({
          dueOn: term.dueOn,
          cents: cents(term.grossCents),
          changes: (term.changes ?? []).map((change) => ({ ...change, cents: cents(change.cents) })),
        })),
        regime: regimeOf(first.customerKind, noticed ?? null),
        untilOn,
        creditNotes: 'origin',
        insolvencyOn: null,
      },
      sources,
    );
    if (!statement.ok) return statement;
    all.push({ invoiceId, number: first.invoiceNumber, statement: statement.value });
  }
  return ok(all);
}

export type InterestRefusal =
  | RateRefusal
  | Readonly<{ code: 'invoice_not_found'; number: string }>
  | Readonly<{ code: 'invoice_number_ambiguous'; number: string; count: number }>;

/** The penalties of the invoice that bears a number, as of a day: what `quittance interest` prints. */
export const interestOfInvoice = (
  context: Context,
  asked: Readonly<{ companyId: CompanyId; number: string; on: Day }>,
): Promise<Result<InvoicePenalties, InterestRefusal>> =>
  readOrganization(context, async (tx) => {
    const ids = await findInvoicesByNumber(tx, asked.companyId, asked.number);
    if (ids.length === 0) return refuse({ code: 'invoice_not_found', number: asked.number });
    if (ids.length > 1) return refuse({ code: 'invoice_number_ambiguous', number: asked.number, count: ids.length });
    const penalties = await penaltiesOf(tx, ids, asked.on);
    return penalties.ok ? ok(penalties.value[0]!) : penalties;
  });
