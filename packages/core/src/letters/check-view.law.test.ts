// Σ lines − Σ credits = total, always: a view that says otherwise is refused, and the printed rows add up to the printed sum.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Cents, cents, day } from '../kernel/index.ts';
import { amountToPay, checkView } from './check-view.ts';
import { renderInvoiceTable } from './layout/invoice-table.ts';
import { mergeFields } from './merge/merge-fields.ts';
import { readScript } from './prose.ts';
import type { MessageView } from './view.ts';

const amount = fc.integer({ min: 1, max: 10_000_000 }).map(cents);
const party = fc.string({ maxLength: 40 });

const views: fc.Arbitrary<MessageView> = fc
  .record({
    lines: fc.array(amount, { minLength: 1, maxLength: 20 }),
    credits: fc.array(amount, { maxLength: 5 }),
    name: party,
    fee: amount,
  })
  .map(({ lines, credits, name, fee }) => {
    const sum = (of: readonly Cents[]): number => of.reduce((total, one) => total + one, 0);
    return {
      language: 'fr',
      tone: 'firm',
      channel: 'letter',
      sender: {
        name,
        legalForm: null,
        capitalCents: null,
        siren: null,
        rcs: null,
        vatNumber: null,
        addressLines: [],
        phone: null,
        email: null,
        website: null,
        iban: null,
        bic: null,
        signatoryName: null,
        signatoryTitle: null,
      },
      recipient: { ref: 'C1', name, kind: 'business', contactName: null, addressLines: ['1 rue A'] },
      on: day('2027-03-12'),
      place: null,
      lines: lines.map((open, i) => ({
        number: `F-${i}`,
        issuedOn: day('2027-01-01'),
        dueOn: day('2027-01-31'),
        dueEstimated: false,
        grossCents: open,
        openCents: open,
        daysLate: 40,
        orderRef: null,
      })),
      credits: credits.map((one, i) => ({ kind: 'credit_note', number: `A-${i}`, on: day('2027-02-01'), cents: one })),
      totalCents: cents(sum(lines) - sum(credits)),
      currency: 'EUR',
      deadlineOn: null,
      earlierReminders: [],
      penalties: {
        mode: 'claimed',
        ratePct: 12.4,
        interestCents: fee,
        fixedFeeCents: cents(4000),
        fixedFeeCount: 1,
        totalCents: cents(fee + 4000),
        computedOn: day('2027-03-12'),
      },
      paymentLink: null,
      reference: 'C1',
      epcPayload: null,
      attachments: [],
    };
  });

/** "-1 234,56 €" → -123456. */
const readFrench = (text: string): number => Number(text.replace(/[^\d-]/g, ''));

it('accepts a view whose sums hold, and no other', () => {
  fc.assert(
    fc.property(views, fc.integer({ min: -5, max: 5 }), (view, off) => {
      const claimed = { ...view, totalCents: cents(view.totalCents + off) };
      expect(checkView(claimed).ok).toBe(off === 0);
    }),
  );
});

it('prints rows that add up to the sum asked for', () => {
  fc.assert(
    fc.property(views, (view) => {
      const { rows, sums } = renderInvoiceTable(view);
      const lines = rows.reduce((total, row) => total + readFrench(row.open), 0);
      const credits = sums
        .filter((s) => s.label.startsWith('Avoir'))
        .reduce((total, s) => total + readFrench(s.amount), 0);
      const due = sums.find((s) => s.label === 'Total restant dû');
      expect(readFrench(due?.amount ?? '')).toBe(lines + credits);
      expect(readFrench(sums.at(-1)?.amount ?? '')).toBe(amountToPay(view));
      expect(sums.filter((s) => s.strong)).toHaveLength(1);
    }),
  );
});

it('gives templates texts that cannot become markup, whatever the names', () => {
  fc.assert(
    fc.property(views, (view) => {
      const { customer } = mergeFields(view) as { customer: { name: string } };
      const [block, ...others] = readScript(`Client ${customer.name} fin`);
      expect(others).toEqual([]);
      expect(block?.kind === 'paragraph' && block.lines.length === 1 && block.lines[0]?.every((run) => !run.bold)).toBe(
        true,
      );
    }),
  );
});
