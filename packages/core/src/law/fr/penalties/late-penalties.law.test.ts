// Laws of late penalties: lines add up, days are covered once, splitting a period moves the total by one rounding at most.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Cents, cents, type Day, day, daysBetween, rate } from '../../../kernel/index.ts';
import { FRENCH_RATES } from '../rates/rate-table.ts';
import { latePenalties, type PenaltyFacts, type PenaltyStatement } from './late-penalties.ts';
import { FRENCH_PENALTY_PARAMETERS } from './parameters.ts';
import type { OpenChange } from './principal.ts';
import type { PenaltyRegime } from './regime.ts';

const SOURCES = { rates: FRENCH_RATES, parameters: FRENCH_PENALTY_PARAMETERS };
const START = day('2015-01-01');
const RANGE = daysBetween(START, day('2026-12-31'));
const days: fc.Arbitrary<Day> = fc.integer({ min: 0, max: RANGE - 1 }).map((n) => addDays(START, n));
const amounts: fc.Arbitrary<Cents> = fc.integer({ min: 1, max: 1_000_000_000_00 }).map(cents);
const changes: fc.Arbitrary<OpenChange[]> = fc.array(
  fc.record({ on: days, kind: fc.constantFrom('payment', 'credit_note'), cents: amounts }),
  { maxLength: 5 },
);
const regimes: fc.Arbitrary<PenaltyRegime> = fc.oneof(
  fc.constant({ kind: 'business_default' } as const),
  fc.constant({ kind: 'public' } as const),
  fc.integer({ min: 0, max: 3000 }).map((r) => ({ kind: 'business_agreed', rate: rate(r) }) as const),
  fc.record({
    kind: fc.constant('consumer' as const),
    formalNoticeOn: fc.option(days),
    enforceableOn: fc.option(days),
  }),
);
const allFacts: fc.Arbitrary<PenaltyFacts> = fc.record({
  terms: fc.array(fc.record({ dueOn: days, cents: amounts, changes }), { minLength: 1, maxLength: 3 }),
  regime: regimes,
  untilOn: days,
  creditNotes: fc.constantFrom('origin', 'own_day'),
  insolvencyOn: fc.option(days),
});
const compute = (facts: PenaltyFacts): PenaltyStatement => {
  const statement = latePenalties(facts, SOURCES);
  if (!statement.ok) throw new Error(JSON.stringify(statement.refusal));
  return statement.value;
};

test('Σ segments = interest, interest + fee = total, every segment whole and within its days', () => {
  fc.assert(
    fc.property(allFacts, (facts) => {
      const statement = compute(facts);
      let interest = 0;
      for (const segment of statement.segments) {
        interest += segment.interestCents;
        expect(segment.days).toBe(daysBetween(segment.from, segment.to) + 1);
        expect(segment.days > 0 && segment.principalCents > 0 && segment.interestCents >= 0).toBe(true);
        expect(segment.from > facts.terms[segment.term]!.dueOn && segment.to <= facts.untilOn).toBe(true);
        expect(segment.principalCents <= facts.terms[segment.term]!.cents).toBe(true);
      }
      expect(statement.interestCents).toBe(interest);
      expect(statement.totalCents).toBe(interest + statement.fixedFeeCents);
      expect([0, 4000]).toContain(statement.fixedFeeCents);
    }),
  );
});

test('no day of a term bears interest twice', () => {
  fc.assert(
    fc.property(allFacts, (facts) => {
      const { segments } = compute(facts);
      for (const [i, segment] of segments.entries()) {
        const next = segments[i + 1];
        if (next?.term === segment.term) expect(next.from > segment.to).toBe(true);
      }
    }),
  );
});

test('splitting a period at any day moves the total by one cent at most', () => {
  const continuing = fc.constantFrom<PenaltyRegime>(
    { kind: 'business_default' },
    { kind: 'business_agreed', rate: rate(1337) },
  );
  fc.assert(
    fc.property(continuing, amounts, fc.tuple(days, days, days), (regime, principal, three) => {
      const [dueOn, splitOn, untilOn] = three.sort() as [Day, Day, Day];
      const between = (from: Day, to: Day): number =>
        compute({
          terms: [{ dueOn: from, cents: principal, changes: [] }],
          regime,
          untilOn: to,
          creditNotes: 'origin',
          insolvencyOn: null,
        }).interestCents;
      const whole = between(dueOn, untilOn);
      expect(Math.abs(whole - between(dueOn, splitOn) - between(splitOn, untilOn))).toBeLessThanOrEqual(1);
    }),
  );
});

test('a day later never owes less, and an earlier payment never owes more', () => {
  fc.assert(
    fc.property(amounts, days, days, fc.nat(200), (principal, dueOn, paidOn, later) => {
      const until = (untilOn: Day, paymentOn: Day): number =>
        compute({
          terms: [{ dueOn, cents: principal, changes: [{ on: paymentOn, kind: 'payment', cents: principal }] }],
          regime: { kind: 'business_default' },
          untilOn,
          creditNotes: 'origin',
          insolvencyOn: null,
        }).interestCents;
      const last = addDays(START, RANGE);
      expect(until(last, addDays(paidOn, -later))).toBeLessThanOrEqual(until(last, paidOn));
      expect(until(addDays(paidOn, -later), last)).toBeLessThanOrEqual(until(paidOn, last));
    }),
  );
});
