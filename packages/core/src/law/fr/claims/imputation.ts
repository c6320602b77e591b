// Imputation: which debt a payment extinguishes in law when nobody says, for claims with interest. Ordinary lettering is the ledger's.
import {
  type Cents,
  cents,
  type Day,
  minCents,
  ok,
  type Rate,
  type Result,
  refuse,
  ZERO,
} from '../../../kernel/index.ts';

/** One debt of the debtor, with what it bears. */
export type Debt = Readonly<{
  id: string;
  dueOn: Day;
  issuedOn: Day;
  interestCents: Cents;
  fixedFeeCents: Cents;
  principalCents: Cents;
  /** Yearly rate it bears now: the debtor has most interest to settle the dearest. */
  rate: Rate;
}>;

/** What a payment pays of one debt. */
export type Imputation = Readonly<{ id: string; interestCents: Cents; fixedFeeCents: Cents; principalCents: Cents }>;

/** How the payment is to be imputed. */
export type ImputationRule = Readonly<{
  paidOn: Day;
  /** Debts the debtor named, in order; they come first (1342-10 al. 1 C. civ.). */
  indicated: readonly string[];
  /** Where the 40 € rank: no text says. */
  fixedFee: 'before_principal' | 'after_principal';
}>;

/** The debtor named a debt that is not among those given, or the payment is not positive. */
export type ImputationRefusal =
  | Readonly<{ code: 'unknown_debt'; id: string }>
  | Readonly<{ code: 'payment_not_positive'; cents: Cents }>;

const NOT_INDICATED = Number.MAX_SAFE_INTEGER;

const rankOf = (debt: Debt, rule: ImputationRule): readonly (number | string)[] => {
  const position = rule.indicated.indexOf(debt.id);
  return [
    position < 0 ? NOT_INDICATED : position,
    debt.dueOn <= rule.paidOn ? 0 : 1,
    -debt.rate,
    debt.dueOn,
    debt.issuedOn,
  ];
};

const compareRanks = (a: readonly (number | string)[], b: readonly (number | string)[]): number => {
  for (const [i, left] of a.entries()) {
    const right = b[i] as number | string;
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
};

/** Due first, then the dearest, then the oldest (1342-10 al. 2 C. civ.); debts of equal rank together, in the order given. */
function byRank(debts: readonly Debt[], rule: ImputationRule): readonly (readonly Debt[])[] {
  const ranked = debts.map((debt) => ({ debt, rank: rankOf(debt, rule) }));
  ranked.sort((a, b) => compareRanks(a.rank, b.rank));
  const groups: { rank: readonly (number | string)[]; debts: Debt[] }[] = [];
  for (const { debt, rank } of ranked) {
    const last = groups.at(-1);
    if (last && compareRanks(last.rank, rank) === 0) last.debts.push(debt);
    else groups.push({ rank, debts: [debt] });
  }
  return groups.map((group) => group.debts);
}

const owed = (debt: Debt): number => debt.interestCents + debt.fixedFeeCents + debt.principalCents;

/** Shares in proportion to what each owes, whole cents, the remainder one cent each from the first; never more than owed. */
function proRata(amount: number, debts: readonly Debt[]): readonly number[] {
  const total = debts.reduce((sum, debt) => sum + owed(debt), 0);
  if (amount >= total) return debts.map(owed);
  const shares = debts.map((debt) => Number((BigInt(amount) * BigInt(owed(debt))) / BigInt(total)));
  let left = amount - shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share, i) => {
    const extra = left > 0 && share < owed(debts[i] as Debt) ? 1 : 0;
    left -= extra;
    return share + extra;
  });
}

/** Interest before principal (1343-1 C. civ.). */
function withinDebt(amount: number, debt: Debt, fixedFee: ImputationRule['fixedFee']): Imputation {
  const interest = minCents(cents(amount), debt.interestCents);
  const rest = cents(amount - interest);
  const fee = fixedFee === 'before_principal' ? minCents(rest, debt.fixedFeeCents) : null;
  const principal = minCents(cents(rest - (fee ?? 0)), debt.principalCents);
  const lastFee = fee ?? minCents(cents(rest - principal), debt.fixedFeeCents);
  return { id: debt.id, interestCents: interest, fixedFeeCents: lastFee, principalCents: principal };
}

/**
 * Imputes a payment: between debts by art. 1342-10 C. civ. (indicated, due, dearest, oldest, pro rata), within each by 1343-1 (interest first).
 * Σ imputations + leftCents = the payment; nothing is paid beyond what is owed.
 */
export function imputePayment(
  payment: Cents,
  debts: readonly Debt[],
  rule: ImputationRule,
): Result<Readonly<{ imputations: readonly Imputation[]; leftCents: Cents }>, ImputationRefusal> {
  if (payment <= 0) return refuse({ code: 'payment_not_positive', cents: payment });
  const unknown = rule.indicated.find((id) => !debts.some((debt) => debt.id === id));
  if (unknown !== undefined) return refuse({ code: 'unknown_debt', id: unknown });
  const imputations: Imputation[] = [];
  let left = payment as number;
  for (const group of byRank(debts, rule)) {
    const shares = proRata(left, group);
    for (const [i, debt] of group.entries()) {
      const share = shares[i] ?? ZERO;
      if (share > 0) imputations.push(withinDebt(share, debt, rule.fixedFee));
      left -= share;
    }
  }
  return ok({ imputations, leftCents: cents(left) });
}
