// Credits: what a message asks for, net of credit notes and payments not yet allocated (R4, situation 3).
import { addCents, type Cents, type Currency, subtractCents, sumCents } from '../../kernel/index.ts';
import type { CreditFacts, CustomerFacts } from '../facts.ts';

/** A message's credits and total, or why there is nothing to ask for. */
export type Net =
  | Readonly<{ credits: readonly CreditFacts[]; totalCents: Cents }>
  | Readonly<{ reason: 'below_threshold' | 'credit_covers' }>;

export type NetQuestion = Readonly<{
  /** Sum of the receivables listed. */
  listedCents: Cents;
  /** Sum of the overdue receivables of the currency that are not listed: credits may be set against them first. */
  elsewhereCents: Cents;
  credits: readonly CreditFacts[];
  /** False where the credits reduce another sum already; they then count for the threshold only. */
  listCredits: boolean;
  thresholdCents: Cents;
}>;

const text = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The customer's credits in one currency with something left, by day, number and id. */
export function creditsIn(customer: CustomerFacts, currency: Currency): readonly CreditFacts[] {
  if (customer.credits.length === 0) return customer.credits;
  return customer.credits
    .filter((credit) => credit.currency === currency && credit.openCents > 0)
    .sort((a, b) => text(a.on, b.on) || text(a.number, b.number) || text(a.kind, b.kind) || a.id - b.id);
}

/**
 * Net = listed − credits. At or below the threshold nothing is asked, unless overdue receivables that are not listed absorb the
 * credits: then the sum listed is asked without them.
 */
export function netOf(question: NetQuestion): Net {
  const { listedCents, elsewhereCents, credits, thresholdCents } = question;
  const net = subtractCents(listedCents, sumCents(credits.map((credit) => credit.openCents)));
  if (net > thresholdCents) {
    return question.listCredits ? { credits, totalCents: net } : { credits: [], totalCents: listedCents };
  }
  const isAbsorbed = elsewhereCents > 0 && addCents(net, elsewhereCents) > thresholdCents;
  if (listedCents > thresholdCents && isAbsorbed) return { credits: [], totalCents: listedCents };
  return { reason: net <= 0 ? 'credit_covers' : 'below_threshold' };
}
