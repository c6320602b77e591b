// Stories of the ladder: one customer for each rung of the standard scenario due today, with the rungs before it done.
import { customerNamed, type PlannedInvoice, type StoryPlan } from './story-plan.ts';

// Offsets of the shipped standard scenario, in days from the due date, by rank.
const OFFSETS = [-5, 7, 15, 18, 30, 45, 60] as const;

/** An invoice whose step of this rank is due today, every earlier step done on its day. */
const atRung = (rank: number, euros: number): PlannedInvoice => {
  const due = -OFFSETS[rank - 1]!;
  const steps = OFFSETS.slice(0, rank - 1).map((offset, index) => ({ rank: index + 1, on: due + offset }));
  return { due, euros, steps };
};

const RUNGS = [
  ['rung_notice', 'Auberge Aubrelier', 3_180, 'The notice before the due date leaves today.'],
  ['rung_courteous', 'Bistrot Belcastrin', 2_742.6, 'The courteous e-mail leaves today.'],
  ['rung_firm', 'Traiteur Coutancelle', 5_410.8, 'The firm e-mail with the payment link leaves today.'],
  ['rung_call', 'Hôtel Drouvillard', 7_932, 'A call is due today.'],
  ['rung_letter', 'Restaurant Échassoux', 4_266, 'The letter leaves today.'],
  ['rung_formal_notice', 'Brasserie Florimontel', 9_816, 'The formal notice is due today and waits for approval.'],
  ['rung_decide', 'Ateliers Grisolande', 12_480, 'The ladder is at its end: decide on an agency or the court.'],
] as const;

export const LADDER_STORIES: readonly StoryPlan[] = [
  ...RUNGS.map(
    ([key, name, euros, what], index): StoryPlan => ({
      key,
      situation: key === 'rung_decide' ? 14 : null,
      what,
      customer: customerNamed(name, key === 'rung_decide' ? { habit: 'slow' } : {}),
      invoices: [atRung(index + 1, euros)],
    }),
  ),
  {
    key: 'minimum_gap',
    situation: 2,
    what: 'One invoice was chased yesterday; another reaches the letter today and goes once the minimum gap is past.',
    customer: customerNamed('Conserverie Houlvignac', { habit: 'late', sector: 'industrie' }),
    invoices: [
      { ...atRung(5, 6_120), due: -30 },
      {
        due: -16,
        euros: 2_880,
        steps: [
          { rank: 1, on: -21 },
          { rank: 2, on: -9 },
          { rank: 3, on: -1 },
        ],
      },
    ],
  },
  {
    key: 'oldest_paid',
    situation: 25,
    what: 'The oldest invoice was paid three days ago; the two others keep the level they had.',
    customer: customerNamed('Primeurs Jaspardel', { habit: 'late', sector: 'commerce' }),
    invoices: [
      {
        due: -34,
        euros: 2_160,
        paid: [{ on: -3, euros: 2_160 }],
        steps: [
          { rank: 2, on: -27 },
          { rank: 3, on: -19 },
        ],
      },
      { due: -20, euros: 1_944, steps: [{ rank: 2, on: -13 }] },
      { due: -9, euros: 2_304 },
    ],
  },
  {
    key: 'old_backlog',
    situation: null,
    what: 'Invoices late by more than 400 days with no history enter at the first reminder after the due date (R6).',
    customer: customerNamed('Camping Kermadouze', { habit: 'slow', sector: 'hôtellerie', perMonth: 0.3 }),
    invoices: [
      { due: -438, euros: 6_540 },
      { due: -407, euros: 3_372 },
    ],
  },
];
