// The sentence on penalties names the yearly rate, or each of them where several applied in turn.
import { describe, expect, it } from 'vitest';
import { cents, day } from '../../kernel/index.ts';
import type { MessageLanguage, MessageView, PenaltiesView } from '../view.ts';
import { penaltySentence } from './penalties.ts';

const shown = (rates: Readonly<{ ratePct: number | null; ratesPct?: readonly number[] }>): PenaltiesView => ({
  mode: 'shown',
  ...rates,
  interestCents: cents(20_518),
  fixedFeeCents: cents(4000),
  fixedFeeCount: 1,
  totalCents: cents(24_518),
  computedOn: day('2026-07-31'),
});

const said = (language: MessageLanguage, penalties: PenaltiesView): string =>
  penaltySentence({ language, penalties, recipient: { kind: 'business' }, currency: 'EUR' } as MessageView).replace(
    /[\u00A0\u202F]/g,
    ' ',
  );

describe('the sentence on penalties', () => {
  it.each([
    ['fr', { ratePct: 12.15 }, '(taux annuel de 12,15 %),'],
    ['fr', { ratePct: null, ratesPct: [12.15, 12.4] }, '(taux annuels de 12,15 % puis 12,40 %),'],
    ['fr', { ratePct: null, ratesPct: [14.5, 14.25, 13.15] }, '(taux annuels de 14,50 %, 14,25 % puis 13,15 %),'],
    ['en', { ratePct: 12.15 }, '(annual rate of 12.15%),'],
    ['en', { ratePct: null, ratesPct: [12.15, 12.4] }, '(annual rates of 12.15% then 12.40%),'],
  ] as const)('%s %o says %s', (language, rates, part) => {
    expect(said(language, shown(rates))).toContain(part);
  });
  it('is silent on rates that are not known', () => {
    expect(said('fr', shown({ ratePct: null }))).not.toContain('taux');
  });
});
