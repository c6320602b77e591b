// Stories of dates: several dues in a week, terms, late sending, weekends and holidays, terms beyond the law.
import { cents } from '@quittance/core/kernel';
import { customerNamed, type StoryPlan } from './story-plan.ts';

export const CALENDAR_STORIES: readonly StoryPlan[] = [
  {
    key: 'six_same_week',
    situation: 4,
    what: 'Six invoices fell due within one week: one message for all.',
    customer: customerNamed('Clinique Trémaudois', { sector: 'santé', usualCents: cents(410_000) }),
    invoices: [
      { due: -13, euros: 2_232 },
      { due: -12, euros: 1_476 },
      { due: -11, euros: 3_108 },
      { due: -10, euros: 894 },
      { due: -9, euros: 4_212 },
      { due: -8, euros: 1_650 },
    ],
  },
  {
    key: 'sent_after_due',
    situation: 12,
    what: 'The invoice was sent sixteen days after its due date: grace counts from the sending.',
    customer: customerNamed('Hôtel Ussonvert', { sector: 'hôtellerie' }),
    invoices: [{ due: -20, euros: 5_328, sent: -4 }],
  },
  {
    key: 'three_terms',
    situation: 24,
    what: 'One invoice in three due terms: the first paid, the second overdue, the third to come.',
    customer: customerNamed('Ateliers Valbrunet', { sector: 'industrie' }),
    invoices: [
      {
        due: -38,
        euros: 13_500,
        days: 30,
        terms: [
          { on: -38, euros: 4_500 },
          { on: -8, euros: 4_500 },
          { on: 22, euros: 4_500 },
        ],
        paid: [{ on: -36, euros: 4_500 }],
        label: 'Installation complète, en trois échéances',
      },
    ],
  },
  {
    key: 'weekend_step',
    situation: 11,
    what: 'The courteous reminder falls on a Saturday: it leaves on the next worked day.',
    customer: customerNamed('Auberge Yvraquin', { sector: 'hôtellerie' }),
    invoices: [{ due: { stepOn: 'weekend', offset: 7 }, euros: 2_598 }],
  },
  {
    key: 'holiday_step',
    situation: 11,
    what: 'The courteous reminder falls on a public holiday: it leaves on the next worked day.',
    customer: customerNamed('Camping Zampardieu', { sector: 'hôtellerie' }),
    invoices: [{ due: { stepOn: 'holiday', offset: 7 }, euros: 1_734 }],
  },
  {
    key: 'terms_beyond_law',
    situation: null,
    what: 'Terms of 90 days were granted, beyond the 60 days of art. L441-10 I C. com.',
    customer: customerNamed('Conserverie Brémondois', { sector: 'industrie', terms: '90 jours' }),
    invoices: [
      { due: 24, euros: 8_760, days: 90 },
      { due: -9, euros: 6_252, days: 90 },
    ],
  },
];
