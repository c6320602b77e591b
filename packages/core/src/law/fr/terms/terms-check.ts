// Terms check: whether an invoice gives its debtor longer than the law allows, and by which rule. It warns; it changes nothing.
import { dueDate, netDays, type PaymentTerms } from '../../../calendar/index.ts';
import { type Day, daysBetween, maxDay, ok, type Result, refuse } from '../../../kernel/index.ts';
import type { CustomerKind } from '../../../parties/index.ts';
import { inForce } from '../../effective-dated.ts';
import type { PublicBuyer, TermsLimit, TermsLimitEntry, TermsRule, TermsSector } from './limits.ts';

/** What the check needs to know of one due term. */
export type TermsFacts = Readonly<{
  kind: CustomerKind;
  /** Only for public buyers; `authority`, the shortest, where unknown. */
  publicBuyer: PublicBuyer;
  sector: TermsSector;
  issuedOn: Day;
  dueOn: Day;
  /** Delivery of the goods or end of the service; the day of issue stands in where null. */
  deliveredOn: Day | null;
  /** Receipt of the invoice; the day of issue stands in where null. */
  receivedOn: Day | null;
  /** What was agreed in words, where known. */
  terms: PaymentTerms | null;
  /** Nothing at all was agreed with this customer: the 30 days of the law hold. Not the same as terms unknown. */
  nothingAgreed: boolean;
  /** A summary invoice for several deliveries (289 I-3 CGI). */
  periodic: boolean;
}>;

/** Days given and allowed, both counted from `startOn` (issue, delivery or receipt as the rule says). */
export type TermsCheck = Readonly<{
  rule: TermsRule;
  article: string;
  startOn: Day;
  latestDueOn: Day;
  agreedDays: number;
  legalMaxDays: number;
  /** 0 when within the limit. */
  overByDays: number;
  /** Over 60 days, but within 45 days end of month: lawful if the contract says so expressly (L441-10 I). */
  allowedIfEndOfMonthAgreed: boolean;
}>;

/** No limit applies (consumers), or none is in the table for the day of issue. */
export type TermsCheckRefusal =
  | Readonly<{ code: 'no_legal_limit'; kind: CustomerKind }>
  | Readonly<{ code: 'limit_missing'; rule: TermsRule; on: Day }>;

const PUBLIC_RULES: Readonly<Record<PublicBuyer, TermsRule>> = {
  authority: 'public_authority_30',
  health: 'public_health_50',
  undertaking: 'public_undertaking_60',
};

const SECTOR_RULES: Readonly<Record<Exclude<TermsSector, 'general' | 'wine' | 'perishable_food'>, TermsRule>> = {
  transport: 'transport_30',
  live_cattle: 'live_cattle_20',
  alcohol: 'alcohol_30_end_of_month',
};

/** The rule that bounds the terms of an invoice between professionals or with a public buyer. */
export function termsRule(facts: TermsFacts): TermsRule {
  if (facts.kind === 'public') return PUBLIC_RULES[facts.publicBuyer];
  const isEndOfMonth = facts.terms?.periodEnd === 'month';
  if (facts.sector === 'perishable_food') return facts.periodic ? 'perishable_periodic_30' : 'perishable_30';
  if (facts.sector === 'wine') return isEndOfMonth ? 'wine_45_end_of_month' : 'wine_60';
  if (facts.sector !== 'general') return SECTOR_RULES[facts.sector];
  if (facts.nothingAgreed) return 'nothing_agreed_30';
  if (facts.periodic) return 'periodic_45';
  return isEndOfMonth ? 'end_of_month_45' : 'days_60';
}

const startOf = (limit: TermsLimit, facts: TermsFacts): Day => {
  if (limit.from === 'delivery') return facts.deliveredOn ?? facts.issuedOn;
  return limit.from === 'receipt' ? (facts.receivedOn ?? facts.issuedOn) : facts.issuedOn;
};

const MONTH_THEN = (days: number): PaymentTerms => ({ ...netDays(0), periodEnd: 'month', daysAfter: days });
const TEN_DAYS_THEN = (days: number): PaymentTerms => ({ ...netDays(0), periodEnd: 'ten_days', daysAfter: days });

/** The last lawful due date. Both computations of the end of month are accepted (DGCCRF): the later of the two. */
function latestDue({ days, periodEnd }: TermsLimit, start: Day): Day {
  if (periodEnd === 'none') return dueDate(netDays(days), start);
  if (periodEnd === 'ten_days_before') return dueDate(TEN_DAYS_THEN(days), start);
  const endThenDays = dueDate(MONTH_THEN(days), start);
  if (periodEnd === 'month_before') return endThenDays;
  return maxDay(endThenDays, dueDate({ ...netDays(days), periodEnd: 'month' }, start));
}

const limitOf = (rule: TermsRule, on: Day, limits: readonly TermsLimitEntry[]): TermsLimitEntry | undefined =>
  inForce(
    limits.filter((limit) => limit.rule === rule),
    on,
  );

const wouldEndOfMonthAllow = (rule: TermsRule, facts: TermsFacts, limits: readonly TermsLimitEntry[]): boolean => {
  if (rule !== 'days_60' || facts.terms !== null) return false;
  const limit = limitOf('end_of_month_45', facts.issuedOn, limits);
  return limit !== undefined && facts.dueOn <= latestDue(limit.value, facts.issuedOn);
};

/**
 * Compares a due date with the legal maximum (art. L441-10 I, L441-11 C. com.; R2192-10, R2192-11 CCP), on the limits given.
 * Refuses for consumers (`no_legal_limit`) and for invoices older than the table (`limit_missing`).
 */
export function checkTerms(
  facts: TermsFacts,
  limits: readonly TermsLimitEntry[],
): Result<TermsCheck, TermsCheckRefusal> {
  if (facts.kind === 'consumer') return refuse({ code: 'no_legal_limit', kind: facts.kind });
  const rule = termsRule(facts);
  const limit = limitOf(rule, facts.issuedOn, limits);
  if (!limit) return refuse({ code: 'limit_missing', rule, on: facts.issuedOn });
  const startOn = startOf(limit.value, facts);
  const latestDueOn = latestDue(limit.value, startOn);
  const over = Math.max(0, daysBetween(latestDueOn, facts.dueOn));
  return ok({
    rule,
    article: limit.article,
    startOn,
    latestDueOn,
    agreedDays: daysBetween(startOn, facts.dueOn),
    legalMaxDays: daysBetween(startOn, latestDueOn),
    overByDays: over,
    allowedIfEndOfMonthAgreed: over > 0 && wouldEndOfMonthAllow(rule, facts, limits),
  });
}
