// Laws of imputation and notices: nothing lost, nothing paid twice, deadlines always worked.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWorkedDay } from '../../../calendar/index.ts';
import { addDays, cents, day, rate } from '../../../kernel/index.ts';
import { formalNoticeDeadline } from './formal-notice.ts';
import { type Debt, imputePayment } from './imputation.ts';
import { dueDaysEnding, limitationDay } from './limitation.ts';

const START = day('2024-01-01');
const days = fc.nat(1500).map((n) => addDays(START, n));
const amount = fc.nat(1_000_000).map(cents);
const debts = fc
  .array(
    fc.record({
      dueOn: fc.nat(3).map((n) => addDays(START, n * 300)),
      issuedOn: fc.constant(START),
      interestCents: amount,
      fixedFeeCents: amount,
      principalCents: amount,
      rate: fc.constantFrom(rate(1000), rate(1240)),
    }),
    { maxLength: 8 },
  )
  .map((facts): Debt[] => facts.map((debt, i) => ({ id: String(i), ...debt })));

test('imputed + left = paid, never more than owed, each debt once', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000_000 }).map(cents),
      debts,
      days,
      fc.constantFrom('before_principal' as const, 'after_principal' as const),
      (payment, owing, paidOn, fixedFee) => {
        const done = imputePayment(payment, owing, { paidOn, indicated: [], fixedFee });
        if (!done.ok) throw new Error(done.refusal.code);
        let sum = done.value.leftCents as number;
        for (const line of done.value.imputations) {
          const debt = owing[Number(line.id)] as Debt;
          expect(line.interestCents <= debt.interestCents && line.principalCents <= debt.principalCents).toBe(true);
          expect(line.fixedFeeCents <= debt.fixedFeeCents).toBe(true);
          expect(line.principalCents === 0 || line.interestCents === debt.interestCents).toBe(true);
          sum += line.interestCents + line.fixedFeeCents + line.principalCents;
        }
        expect(sum).toBe(payment);
        expect(new Set(done.value.imputations.map((line) => line.id)).size).toBe(done.value.imputations.length);
        const owed = owing.reduce((all, d) => all + d.interestCents + d.fixedFeeCents + d.principalCents, 0);
        expect(done.value.leftCents).toBe(Math.max(0, payment - owed));
      },
    ),
  );
});

test('a formal notice always ends on a worked day, at least its delay away', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 8, max: 15 }), fc.boolean(), (sentOn, delay, alsaceMoselle) => {
      const calendar = { alsaceMoselle, closedDays: [] };
      const deadline = formalNoticeDeadline(sentOn, delay, calendar);
      expect(deadline.ok && isWorkedDay(deadline.value, calendar) && deadline.value >= addDays(sentOn, delay)).toBe(
        true,
      );
    }),
  );
});

test('a claim ends between two days exactly where its due day is among those looked for', () => {
  const kinds = fc.constantFrom('business' as const, 'consumer' as const, 'public' as const);
  fc.assert(
    fc.property(days, fc.nat(400), kinds, fc.integer({ min: -3, max: 403 }), (from, length, kind, back) => {
      const to = addDays(from, length);
      const years = { business: 5, consumer: 2, public: 4 }[kind];
      // Due days on both sides of the ends looked for.
      const dueOn = addDays(
        day(`${Number(from.slice(0, 4)) - years}${from.slice(4).replace('-02-29', '-02-28')}`),
        back,
      );
      const span = dueDaysEnding(kind, from, to);
      const ends = limitationDay(dueOn, kind);
      expect(span.from <= dueOn && dueOn <= span.to).toBe(from <= ends && ends <= to);
    }),
  );
});
