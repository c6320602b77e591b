// Stories of money: part payments, credits nobody allocated, balances too small to chase, money nobody lettered yet.
import { customerNamed, type StoryPlan } from './story-plan.ts';

export const MONEY_STORIES: readonly StoryPlan[] = [
  {
    key: 'partly_paid',
    situation: 1,
    what: 'An invoice of 6 240,00 € is partly paid and still chased on the 3 740,00 € left.',
    customer: customerNamed('Brasserie Vautrelle-Nord', { habit: 'late' }),
    invoices: [
      {
        due: -22,
        euros: 6_240,
        paid: [{ on: -10, euros: 2_500 }],
        steps: [
          { rank: 1, on: -27 },
          { rank: 2, on: -15 },
        ],
      },
    ],
  },
  {
    key: 'unallocated_credit',
    situation: 3,
    what: 'A credit note of 960,00 € nobody allocated is listed, and the total asked for is net of it.',
    customer: customerNamed('Fromagerie Lestrivat', { sector: 'commerce' }),
    invoices: [
      { due: -19, euros: 3_456 },
      { due: -11, euros: 1_872 },
    ],
    credits: [{ on: -8, euros: 960 }],
  },
  {
    key: 'credit_covers',
    situation: 3,
    what: 'A credit note covers the only overdue invoice: nothing is asked for.',
    customer: customerNamed('Boulangerie Maubrissac', { sector: 'commerce', perMonth: 0.3 }),
    invoices: [{ due: -17, euros: 1_488 }],
    credits: [{ on: -6, euros: 1_488 }],
  },
  {
    key: 'tiny_balance',
    situation: 3,
    what: 'A balance of 3,20 € is below the threshold of 5,00 €: no message.',
    customer: customerNamed('Bistrot Navarlin', { perMonth: 0.4 }),
    invoices: [{ due: -41, euros: 1_203.2, paid: [{ on: -30, euros: 1_200 }] }],
  },
  {
    key: 'round_payer',
    situation: null,
    what: 'Pays round amounts without saying what for: 2 000,00 € stand unapplied and reduce what is asked for.',
    customer: customerNamed('Restaurant Ormançois', { habit: 'erratic' }),
    invoices: [
      { due: -37, euros: 1_812 },
      { due: -24, euros: 1_812 },
      { due: -6, euros: 2_418 },
    ],
    receipts: [{ on: -14, euros: 2_000 }],
  },
  {
    key: 'three_part_payments',
    situation: 21,
    what: 'Three part payments over more than one half-year: interest by segment of open amount and rate.',
    customer: customerNamed('Hôtel Pradoulène', { habit: 'slow', sector: 'hôtellerie', perMonth: 0.3 }),
    invoices: [
      {
        due: -292,
        euros: 18_000,
        paid: [
          { on: -262, euros: 4_000 },
          { on: -150, euros: 4_000 },
          { on: -44, euros: 4_000 },
        ],
      },
    ],
  },
  {
    key: 'paid_today',
    situation: 6,
    what: 'The payment reached the bank on the last worked day and nobody lettered it yet: it must stop the reminder.',
    customer: customerNamed('Traiteur Quervalois', { habit: 'late' }),
    invoices: [{ due: -15, euros: 4_104, steps: [{ rank: 2, on: -8 }] }],
    payments: [{ on: -1, euros: 4_104, invoices: [0] }],
  },
  {
    key: 'pays_four_of_six',
    situation: 26,
    what: 'One transfer pays three invoices and part of a fourth; two stay open.',
    customer: customerNamed('Résidence Rochantier', { habit: 'late', sector: 'santé', segment: 'PME' }),
    invoices: [
      { due: -33, euros: 1_260 },
      { due: -27, euros: 984 },
      { due: -21, euros: 1_524 },
      { due: -14, euros: 2_040 },
      { due: -8, euros: 1_116 },
      { due: 6, euros: 1_368 },
    ],
    payments: [{ on: -1, euros: 4_768, invoices: [0, 1, 2, 3] }],
  },
  {
    key: 'unmatched_transfer',
    situation: 27,
    what: 'Two equal invoices, one transfer of their amount with no reference: it stays unapplied.',
    customer: customerNamed('Épicerie Sauvigeon', { sector: 'commerce' }),
    invoices: [
      { due: -13, euros: 1_596 },
      { due: -12, euros: 1_596 },
    ],
    payments: [{ on: -2, euros: 1_596, invoices: [] }],
  },
];
