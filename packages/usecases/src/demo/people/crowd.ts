// Crowd: the ordinary customers around the story's own, by segment, each with its trade, terms and habit.
import { type Cents, cents } from '@quittance/core/kernel';
import { drawFrom } from '../draw.ts';
import type { CustomerSketch, Habit } from './demo-customer.ts';
import { CROWD_SURNAMES, FIRST_NAMES, TOWNS, TRADES } from './words.ts';

const KEY_ACCOUNTS = 8;
const SMALL_COMPANIES = 43;
const CONSUMERS = 10;
const PUBLIC_BODIES = 12;

// One habit a slot: the mix is the same whatever the seed.
const HABITS: readonly Habit[] = [
  'exact',
  'late',
  'exact',
  'early',
  'erratic',
  'exact',
  'late',
  'after_call',
  'exact',
  'slow',
  'late',
  'exact',
  'drifting',
  'early',
  'late',
  'exact',
  'splits',
  'erratic',
  'exact',
  'late',
];

const TERMS_OF_SMALL = ['30 jours', '30 jours', '30 jours fin de mois', '45 jours', '60 jours', '30 jours'] as const;
const PUBLIC_SIGNS = ['Mairie de', 'Syndicat scolaire de', 'Centre communal de', 'Régie des cantines de'] as const;

const base = (index: number, usualCents: Cents) => ({
  language: 'fr' as const,
  habit: HABITS[(index * 7) % HABITS.length]!,
  reach: 'full' as const,
  scenario: null,
  usualCents,
});

const keyAccount = (index: number): CustomerSketch => ({
  ...base(index, cents(1_400_000)),
  name: `Groupe ${CROWD_SURNAMES[(index * 5 + 3) % CROWD_SURNAMES.length]} ${index % 2 === 0 ? 'Restauration' : 'Hospitalité'}`,
  kind: 'business',
  habit: index % 3 === 0 ? 'early' : index % 3 === 1 ? 'exact' : 'late',
  segment: 'grands comptes',
  sector: index % 2 === 0 ? 'restauration' : 'hôtellerie',
  terms: '45 jours fin de mois',
  scenario: 'trusted',
  perMonth: 2,
});

const smallCompany = (index: number): CustomerSketch => {
  const trade = TRADES[index % TRADES.length]!;
  return {
    ...base(index, cents(250_000 + ((index * 37) % 20) * 15_000)),
    name: `${trade.sign} ${CROWD_SURNAMES[(index * 11) % CROWD_SURNAMES.length]}`,
    kind: 'business',
    segment: 'PME',
    sector: trade.sector,
    terms: TERMS_OF_SMALL[index % TERMS_OF_SMALL.length]!,
    perMonth: 0.7,
  };
};

const consumer = (index: number): CustomerSketch => ({
  ...base(index, cents(90_000)),
  name: `${index % 2 === 0 ? 'Mme' : 'M.'} ${FIRST_NAMES[index % FIRST_NAMES.length]} ${CROWD_SURNAMES[(index * 13 + 1) % CROWD_SURNAMES.length]}`,
  kind: 'consumer',
  segment: 'particuliers',
  sector: 'particuliers',
  terms: 'comptant',
  perMonth: 0.15,
});

const publicBody = (index: number): CustomerSketch => ({
  ...base(index, cents(420_000)),
  name: `${PUBLIC_SIGNS[index % PUBLIC_SIGNS.length]} ${TOWNS[index % TOWNS.length]!.city}`,
  kind: 'public',
  habit: index % 3 === 0 ? 'late' : 'exact',
  segment: 'collectivités',
  sector: 'secteur public',
  terms: '30 jours',
  perMonth: 0.6,
});

const times = (count: number, make: (index: number) => CustomerSketch): CustomerSketch[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** The ordinary customers, in an order that mixes the segments. */
export function crowd(): readonly CustomerSketch[] {
  const draw = drawFrom('crowd');
  const all = [
    ...times(KEY_ACCOUNTS, keyAccount),
    ...times(SMALL_COMPANIES, smallCompany),
    ...times(CONSUMERS, consumer),
    ...times(PUBLIC_BODIES, publicBody),
  ];
  return all
    .map((sketch) => ({ sketch, at: draw.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ sketch }) => sketch);
}
