// Imputing a payment where late fees are claimed: interest and fixed fee of a debt before its principal, unless a person directs it.
import {
  type Cents,
  cents,
  type Day,
  groupBy,
  ok,
  type ReceivableId,
  type Result,
  rate,
  ZERO,
} from '../kernel/index.ts';
import { type Debt, type ImputationRefusal, imputePayment } from '../law/index.ts';

/** An open due term: of an invoice, or of a late fee claimed on one. */
export type OpenTerm = Readonly<{
  receivableId: ReceivableId;
  issuedOn: Day;
  dueOn: Day;
  openCents: Cents;
  /** The term it was claimed on, and as what; null for an invoice's own. */
  claim: Readonly<{ onReceivableId: ReceivableId; kind: 'interest' | 'fixed_fee' }> | null;
}>;

/** Cents for one term. */
export type TermShare = Readonly<{ receivableId: ReceivableId; cents: Cents }>;

const principalOf = (term: OpenTerm): ReceivableId => term.claim?.onReceivableId ?? term.receivableId;

const sumOf = (terms: readonly OpenTerm[]): Cents => cents(terms.reduce((sum, term) => sum + term.openCents, 0));

const withKind = (terms: readonly OpenTerm[], kind: 'interest' | 'fixed_fee' | null): OpenTerm[] =>
  terms.filter((term) => (term.claim?.kind ?? null) === kind);

function debtOf(id: ReceivableId, terms: readonly OpenTerm[]): Debt {
  const own = withKind(terms, null)[0] ?? terms[0]!;
  return {
    id: String(id),
    dueOn: own.dueOn,
    issuedOn: own.issuedOn,
    interestCents: sumOf(withKind(terms, 'interest')),
    fixedFeeCents: sumOf(withKind(terms, 'fixed_fee')),
    principalCents: sumOf(withKind(terms, null)),
    // All invoices of one debtor bear the same rate.
    rate: rate(0),
  };
}

/** An amount over terms in the order given, the oldest claim first. */
function pour(amount: Cents, terms: readonly OpenTerm[]): TermShare[] {
  let left: number = amount;
  return terms.flatMap(({ receivableId, openCents }) => {
    const taken = Math.min(left, openCents);
    left -= taken;
    return taken > 0 ? [{ receivableId, cents: cents(taken) }] : [];
  });
}

/**
 * Shares of a payment: between debts by art. 1342-10 C. civ., within each interest first (art. 1343-1), then the fixed fee, then the
 * principal. A debt named by the payer comes first. Σ shares + leftCents = the payment.
 */
export function imputeWithClaims(
  payment: Cents,
  terms: readonly OpenTerm[],
  rule: Readonly<{ paidOn: Day; indicated: readonly ReceivableId[] }>,
): Result<Readonly<{ shares: readonly TermShare[]; leftCents: Cents }>, ImputationRefusal> {
  const groups = groupBy(
    terms.filter((term) => term.openCents > 0),
    principalOf,
  );
  const debts = [...groups].map(([id, own]) => debtOf(id, own));
  const named = new Set(
    terms.filter((t) => rule.indicated.includes(t.receivableId)).map((t) => String(principalOf(t))),
  );
  const indicated = [...named].filter((id) => debts.some((debt) => debt.id === id));
  const imputed = imputePayment(payment, debts, { paidOn: rule.paidOn, indicated, fixedFee: 'before_principal' });
  if (!imputed.ok) return imputed;
  const shares = imputed.value.imputations.flatMap((part) => {
    const own = groups.get(Number(part.id) as ReceivableId) ?? [];
    return [
      ...pour(part.interestCents ?? ZERO, withKind(own, 'interest')),
      ...pour(part.fixedFeeCents, withKind(own, 'fixed_fee')),
      ...pour(part.principalCents, withKind(own, null)),
    ];
  });
  return ok({ shares, leftCents: imputed.value.leftCents });
}
