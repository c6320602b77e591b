// Laws of the planner: what holds for every portfolio, every policy, over ninety days, whatever fails on the way.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { isWorkedDay } from '../calendar/index.ts';
import {
  addDays,
  type Cents,
  type CustomerId,
  cents,
  type Day,
  daysBetween,
  type ReceivableId,
} from '../kernel/index.ts';
import type { CompanyFacts, CreditFacts, CustomerFacts, HoldFact, ReceivableFacts } from './facts.ts';
import {
  aCompany,
  aContact,
  aCredit,
  aCustomer,
  aHold,
  aReceivable,
  FRANCE,
  on,
  receivableId,
} from './invented/invented-facts.ts';
import { applyActions, applyPlan } from './later/apply-plan.ts';
import { recheck } from './later/recheck.ts';
import { simulateReminders } from './later/simulate.ts';
import type { CustomerPlan, PlannedAction } from './plan.ts';
import { planCustomer } from './plan-customer.ts';
import { planReminders } from './plan-reminders.ts';
import { SHIPPED_SCENARIOS } from './scenarios/shipped-scenarios.ts';

const START = on('2026-03-02');
const DAYS = 90;
const RUNS = 40;

// Generous, for a busy machine: a law usually takes less than a second.
vi.setConfig({ testTimeout: 60_000 });

const dayNear = (min: number, max: number) => fc.integer({ min, max }).map((n) => addDays(START, n));

const receivables: fc.Arbitrary<readonly ReceivableFacts[]> = fc
  .array(
    fc.record({
      dueOn: dayNear(-120, 80),
      openCents: fc.oneof(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 500_000 }), fc.constant(0)),
      currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'USD'),
      sentOn: fc.option(dayNear(-120, 60)),
      level: fc.constantFrom(0, 0, 0, 1, 2, 3, 6),
      levelOn: dayNear(-30, -1),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((drawn) =>
    drawn.map((d, i) =>
      aReceivable(i + 1, d.dueOn, { ...d, openCents: cents(d.openCents), levelOn: d.level === 0 ? null : d.levelOn }),
    ),
  );

const holds: fc.Arbitrary<readonly HoldFact[]> = fc.array(
  fc
    .record({
      reason: fc.constantFrom<HoldFact['reason']>('dispute', 'promise', 'plan', 'manual', 'payment_in_transit'),
      receivableId: fc.option(fc.integer({ min: 1, max: 7 }).map(receivableId)),
      cents: fc.option(fc.integer({ min: 1, max: 200_000 }).map(cents)),
      fromOn: dayNear(-40, 60),
      untilOn: fc.option(dayNear(-10, 90)),
    })
    .map((drawn) => aHold(drawn.reason, { ...drawn, cents: drawn.receivableId === null ? null : drawn.cents })),
  { maxLength: 3 },
);

const credits: fc.Arbitrary<readonly CreditFacts[]> = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 60_000 }), fc.constantFrom('EUR', 'USD')), { maxLength: 2 })
  .map((drawn) => drawn.map(([amount, currency], i) => aCredit(i + 1, amount, { currency })));

const customers: fc.Arbitrary<CustomerFacts> = fc
  .record({
    receivables,
    holds,
    credits,
    scenario: fc.constantFrom(...SHIPPED_SCENARIOS),
    hasPostalAddress: fc.boolean(),
    email: fc.constantFrom<'valid' | 'bounced'>('valid', 'valid', 'bounced'),
    phone: fc.constantFrom('+33 4 00 00 00 01', null),
  })
  .map((d) => aCustomer(d.receivables, { ...d, contacts: [aContact({ emailStatus: d.email, phone: d.phone })] }));

const companies: fc.Arbitrary<CompanyFacts> = fc
  .record({
    minDaysBetweenContacts: fc.integer({ min: 0, max: 6 }),
    maxEmailsPerWeek: fc.integer({ min: 1, max: 3 }),
    maxCallsPerWeek: fc.integer({ min: 0, max: 2 }),
    listing: fc.constantFrom<'all_overdue' | 'due_steps_only'>('all_overdue', 'due_steps_only'),
  })
  .map((policy) => aCompany(policy));

type DayDone = Readonly<{ on: Day; before: CustomerFacts; plan: CustomerPlan; after: CustomerFacts }>;

/** Lives the days on which the server is up; each plan is carried out the same day. */
function live(
  company: CompanyFacts,
  customer: CustomerFacts,
  down: ReadonlySet<number> = new Set(),
): readonly DayDone[] {
  const done: DayDone[] = [];
  let before = customer;
  for (let n = 0; n < DAYS; n++) {
    if (down.has(n)) continue;
    const day = addDays(START, n);
    const plan = planCustomer(day, company, before);
    const after = applyActions(day, before, plan.actions);
    done.push({ on: day, before, plan, after });
    before = after;
  }
  return done;
}

const outages = fc
  .array(fc.tuple(fc.nat(DAYS), fc.integer({ min: 1, max: 6 })), { maxLength: 4 })
  .map((drawn) => new Set(drawn.flatMap(([from, length]) => Array.from({ length }, (_, i) => from + i))));

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
const isContact = (action: PlannedAction): boolean => action.channel !== 'task';

const check = (property: (days: readonly DayDone[], company: CompanyFacts) => void): void =>
  fc.assert(
    fc.property(companies, customers, outages, (company, customer, down) =>
      property(live(company, customer, down), company),
    ),
    { numRuns: RUNS },
  );

describe('over ninety days with outages', () => {
  it('no step is done twice for a receivable, none goes back, and one at most a day', () => {
    check((days) => {
      const levels = new Map<ReceivableId, number>(days[0]?.before.receivables.map((r) => [r.receivableId, r.level]));
      for (const { plan } of days) {
        const advanced = plan.actions.flatMap((a) => a.items).filter((i) => i.advances);
        expect(new Set(advanced.map((i) => i.receivableId)).size).toBe(advanced.length);
        for (const item of advanced) {
          expect(item.toRank).toBeGreaterThan(levels.get(item.receivableId) ?? 0);
          levels.set(item.receivableId, item.toRank);
        }
      }
    });
  });

  it('no stage is skipped but the notice whose time is past, or a text that would be a repetition', () => {
    check((days) => {
      for (const { before, plan } of days) {
        for (const item of plan.actions.flatMap((a) => a.items)) {
          const level = before.receivables.find((r) => r.receivableId === item.receivableId)?.level ?? 0;
          if (item.advances && level > 0) expect(item.toRank - level).toBeLessThanOrEqual(2);
          if (item.advances && level === 0) expect(item.toRank).toBeLessThanOrEqual(3);
          if (!item.advances) expect(item.toRank).toBe(level);
        }
      }
    });
  });

  it('nothing leaves on a day that is not worked', () => {
    check((days) => {
      for (const { on: day, plan } of days) if (!isWorkedDay(day, FRANCE)) expect(plan.actions).toEqual([]);
    });
  });

  it('the distance between two contact days is kept', () => {
    check((days, company) => {
      const gap = Math.max(1, company.policy.minDaysBetweenContacts);
      const contactDays = days.filter(({ plan }) => plan.actions.some(isContact)).map(({ on: day }) => day);
      contactDays.slice(1).forEach((day, i) => {
        expect(daysBetween(contactDays[i] as Day, day)).toBeGreaterThanOrEqual(gap);
      });
    });
  });

  it('weekly caps hold in every seven days', () => {
    check((days, { policy }) => {
      for (const [channel, maximum] of [
        ['email', policy.maxEmailsPerWeek],
        ['call', policy.maxCallsPerWeek],
      ] as const) {
        const used = days.flatMap(({ on: day, plan }) =>
          plan.actions.filter((a) => a.channel === channel).map(() => day),
        );
        for (const first of used) {
          const week = used.filter((day) => day >= first && daysBetween(first, day) < 7);
          expect(week.length).toBeLessThanOrEqual(maximum);
        }
      }
    });
  });

  it('every open cent is in one item or one hold, and nothing settled or held is asked for', () => {
    check((days) => {
      for (const { before, plan } of days) {
        const items = plan.actions.flatMap((a) => a.items);
        for (const r of before.receivables) {
          const own = items.filter((i) => i.receivableId === r.receivableId);
          const held = plan.holds.filter((h) => h.receivableId === r.receivableId);
          expect(own.length).toBeLessThanOrEqual(1);
          expect(own.length + held.length).toBeGreaterThanOrEqual(1);
          expect(own.length + held.length).toBeLessThanOrEqual(2);
          expect(sum(own.map((i) => i.cents)) + sum(held.map((h) => h.cents ?? r.openCents))).toBe(r.openCents);
          for (const item of own) expect(item.cents).toBeGreaterThan(0);
        }
      }
    });
  });

  it('every total is its items less its credits, in one currency, above the threshold; a credit is used once', () => {
    check((days, { policy }) => {
      for (const { before, plan } of days) {
        for (const action of plan.actions) {
          const total = sum(action.items.map((i) => i.cents)) - sum(action.credits.map((c) => c.openCents));
          expect(action.totalCents).toBe(total as Cents);
          expect(total).toBeGreaterThan(policy.netThresholdCents);
          const listed = before.receivables.filter((r) => action.items.some((i) => i.receivableId === r.receivableId));
          expect([...listed, ...action.credits].every((x) => x.currency === action.currency)).toBe(true);
          expect(action.items.some((i) => i.advances && i.toRank === action.rank)).toBe(true);
        }
        const used = plan.actions.flatMap((a) => a.credits.map((c) => c.id));
        expect(new Set(used).size).toBe(used.length);
      }
    });
  });

  it('one message, one notice or one task a currency; no notice beside an overdue message', () => {
    check((days) => {
      for (const { plan } of days) {
        const messages = plan.actions.filter((a) => isContact(a) && a.tone !== 'notice');
        const notices = plan.actions.filter((a) => a.tone === 'notice');
        expect(new Set(messages.map((a) => a.currency)).size).toBe(messages.length);
        if (messages.length > 0) expect(notices).toEqual([]);
      }
    });
  });

  it('a message is about what is overdue, a notice about what is not', () => {
    check((days) => {
      for (const { on: day, plan } of days) {
        for (const action of plan.actions) {
          for (const item of action.items) expect(item.dueOn >= day).toBe(action.tone === 'notice');
        }
      }
    });
  });

  it('planning again after the plan is done gives nothing more on that day', () => {
    check((days, company) => {
      for (const { on: day, after } of days) expect(planCustomer(day, company, after).actions).toEqual([]);
    });
  });

  it('what was just planned passes its own re-check, unchanged', () => {
    check((days, company) => {
      for (const { on: day, before, plan } of days) {
        for (const action of plan.actions) {
          expect(recheck(day, company, { customer: before, action })).toEqual({ go: true, action });
        }
      }
    });
  });

  it('who waits says until when, and the day said is to come and worked', () => {
    check((days) => {
      for (const { on: day, plan } of days) {
        for (const hold of plan.holds) {
          if (hold.rule === 'R8' || hold.until === null) continue;
          expect(hold.until > day).toBe(true);
          expect(isWorkedDay(hold.until, FRANCE)).toBe(true);
        }
      }
    });
  });
});

it('an outage delays steps and loses none: long after it, every receivable is as far as without it', () => {
  // Nothing held, reachable by post and mail: the ladder of an old receivable ends within 150 days, outages or not.
  fc.assert(
    fc.property(receivables, fc.constantFrom(...SHIPPED_SCENARIOS), outages, (owed, scenario, down) => {
      const customer = aCustomer(
        owed.filter((r) => r.dueOn <= START).map((r) => ({ ...r, openCents: cents(r.openCents + 1000), sentOn: null })),
        { scenario },
      );
      let facts: CustomerFacts = customer;
      for (let n = 0; n < 240; n++) {
        if (down.has(n)) continue;
        const day = addDays(START, n);
        facts = applyActions(day, facts, planCustomer(day, aCompany(), facts).actions);
      }
      expect(facts.receivables.every((r) => r.level === scenario.steps.length)).toBe(true);
    }),
    { numRuns: RUNS },
  );
});

it('the plan does not depend on the order of customers, receivables, holds, credits or contacts', () => {
  fc.assert(
    fc.property(
      companies,
      fc.array(customers, { minLength: 1, maxLength: 4 }),
      dayNear(0, DAYS),
      (company, drawn, day) => {
        const portfolio = drawn.map((c, i) => ({ ...c, customerId: (i + 1) as CustomerId, ref: `C${i}` }));
        const turned = portfolio.toReversed().map((c) => ({
          ...c,
          receivables: c.receivables.toReversed(),
          holds: c.holds.toReversed(),
          credits: c.credits.toReversed(),
          contacts: c.contacts.toReversed(),
        }));
        const plan = planReminders(day, company, portfolio);
        expect(planReminders(day, company, turned)).toEqual(plan);
        expect(planReminders(day, company, portfolio)).toEqual(plan);
        expect(planReminders(day, company, applyPlan(day, portfolio, plan.actions)).actions).toEqual([]);
      },
    ),
    { numRuns: RUNS },
  );
});

it('a simulation is the days lived one by one', () => {
  fc.assert(
    fc.property(companies, customers, (company, customer) => {
      const lived = live(company, customer).map(({ on: day, plan }) => [
        day,
        sum(plan.actions.map((a) => a.totalCents)),
      ]);
      const simulated = simulateReminders({ from: START, to: addDays(START, DAYS - 1) }, company, [customer]);
      expect(simulated.map((day) => [day.on, sum(day.lines.map((l) => l.totalCents))])).toEqual(lived);
    }),
    { numRuns: 2 * RUNS },
  );
});
