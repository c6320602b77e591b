// Stories of people: languages, missing or bounced addresses, roles, consumers and town halls, doubtful debtors, scenarios by risk.
import { cents } from '@quittance/core/kernel';
import { customerNamed, type StoryPlan } from './story-plan.ts';

const OVERDUE = [{ due: -16, euros: 2_688 }] as const;

export const PEOPLE_STORIES: readonly StoryPlan[] = [
  {
    key: 'english_debtor',
    situation: 15,
    what: 'A debtor in London gets the whole message in English: text, table, dates, amounts.',
    customer: customerNamed('Ashgarth & Thackwell Catering Ltd', { language: 'en', terms: '30 days' }),
    invoices: [
      { due: -18, euros: 7_450 },
      { due: -9, euros: 2_385 },
    ],
  },
  {
    key: 'english_debtor_terms',
    situation: 15,
    what: 'A second English-speaking debtor, with a notice before the due date.',
    customer: customerNamed('Mulvarren Hotels DAC', { language: 'en', terms: '45 days', sector: 'hôtellerie' }),
    invoices: [{ due: 5, euros: 4_920, days: 45 }],
  },
  {
    key: 'billing_and_decision',
    situation: 16,
    what: 'The billing contact, the one for disputes and the one who decides are three people.',
    customer: customerNamed('Clinique Castelvire', { reach: 'two_roles', sector: 'santé' }),
    invoices: [
      {
        due: -46,
        euros: 8_136,
        steps: [
          { rank: 2, on: -39 },
          { rank: 3, on: -31 },
          { rank: 4, on: -28 },
          { rank: 5, on: -16 },
        ],
      },
    ],
  },
  {
    key: 'no_email',
    situation: 16,
    what: 'No e-mail at all: the next channel is used and a task asks to repair the contact.',
    customer: customerNamed('Boulangerie Dorvannec', { reach: 'no_email', sector: 'commerce' }),
    invoices: OVERDUE,
  },
  {
    key: 'no_contact',
    situation: 16,
    what: 'No e-mail, telephone or postal address: nothing can leave, the customer is in the list to repair.',
    customer: customerNamed('Traiteur Esquibriac', { reach: 'nothing', perMonth: 0.2 }),
    invoices: OVERDUE,
  },
  {
    key: 'bounced',
    situation: 17,
    what: 'The only e-mail address bounced: the next channel is used.',
    customer: customerNamed('Brasserie Fauvergnat', { reach: 'bounced' }),
    invoices: OVERDUE,
  },
  {
    key: 'no_postal_address',
    situation: 16,
    what: 'The formal notice is due but there is no postal address to send it to (R7).',
    customer: customerNamed('Primeurs Garambeuil', { reach: 'no_postal', sector: 'commerce' }),
    invoices: [
      {
        due: -47,
        euros: 3_924,
        steps: [
          { rank: 2, on: -40 },
          { rank: 3, on: -32 },
          { rank: 4, on: -29 },
          { rank: 5, on: -17 },
        ],
      },
    ],
  },
  {
    key: 'consumer',
    situation: null,
    what: 'A consumer: no fixed fee of 40 €, two years of limitation, other words.',
    customer: customerNamed('Mme Solène Houlvignac', {
      kind: 'consumer',
      segment: 'particuliers',
      sector: 'particuliers',
      terms: 'comptant',
      perMonth: 0,
      usualCents: cents(90_000),
    }),
    invoices: [{ due: -16, euros: 1_140, days: 0 }],
  },
  {
    key: 'town_hall',
    situation: null,
    what: 'A town hall: its own rates and delays, and no court route like the others.',
    customer: customerNamed('Mairie de Brisemare-les-Bains', {
      kind: 'public',
      segment: 'collectivités',
      sector: 'secteur public',
      usualCents: cents(380_000),
    }),
    invoices: [{ due: -27, euros: 11_304, steps: [{ rank: 2, on: -20 }] }],
  },
  {
    key: 'doubtful',
    situation: null,
    what: 'In receivership: its invoices were moved to 416 and the customer is flagged doubtful.',
    customer: customerNamed('Restaurant Jaspardel', { scenario: 'strict', habit: 'slow', perMonth: 0.3 }),
    invoices: [
      { due: -214, euros: 9_480, doubtful: -58 },
      { due: -186, euros: 7_044, doubtful: -58 },
    ],
  },
  {
    key: 'doubtful_opening',
    situation: null,
    what: 'Doubtful since last year: its 416 balance comes from the opening entries.',
    customer: customerNamed('Hôtel Lestrivat', { habit: 'slow', sector: 'hôtellerie', perMonth: 0.2 }),
    invoices: [{ due: -512, euros: 5_208, doubtful: -370 }],
  },
  {
    key: 'high_risk',
    situation: null,
    what: 'Risky and on the strict ladder.',
    customer: customerNamed('Bistrot Maubrissac', { scenario: 'strict', habit: 'slow' }),
    invoices: [
      { due: -5, euros: 3_270, steps: [{ rank: 2, on: -4 }] },
      { due: 8, euros: 2_124 },
    ],
  },
  {
    key: 'key_account',
    situation: null,
    what: 'A key account on the trusted ladder, with its own collector.',
    customer: customerNamed('Groupe Ormançois Hospitalité', {
      scenario: 'trusted',
      segment: 'grands comptes',
      sector: 'hôtellerie',
      terms: '45 jours fin de mois',
      usualCents: cents(1_500_000),
    }),
    invoices: [
      { due: -10, euros: 21_600, days: 60 },
      { due: 20, euros: 18_360, days: 60 },
    ],
  },
];
