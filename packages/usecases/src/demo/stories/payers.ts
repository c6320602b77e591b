// Stories of behaviour: one customer for each way of paying, buying to this day.
import { cents } from '@quittance/core/kernel';
import type { Habit } from '../people/demo-customer.ts';
import { customerNamed, type StoryPlan } from './story-plan.ts';

const PAYERS: readonly (readonly [Habit, string, string])[] = [
  ['exact', 'Fromagerie Quervalois', 'Pays on the day, always.'],
  ['early', 'Groupe Rochantier Restauration', 'Pays before the due date.'],
  ['late', 'Auberge Sauvigeon', 'Pays 10 to 20 days late, always.'],
  ['drifting', 'Ateliers Trémaudois', 'Paid in time three years ago and a little later every month since.'],
  ['erratic', 'Traiteur Ussonvert', 'Pays early or two months late; nobody can tell.'],
  ['after_call', 'Boulangerie Valbrunet', 'Pays a few days after the call, never before.'],
  ['slow', 'Hôtel Yvraquin', 'Pays one to two months late.'],
  ['splits', 'Clinique Zampardieu', 'Pays each invoice in two halves a month apart.'],
  ['disputes', 'Résidence Brémondois', 'Pays in time, or argues for three months.'],
];

export const PAYER_STORIES: readonly StoryPlan[] = PAYERS.map(([habit, name, what]) => ({
  key: `payer_${habit}`,
  situation: null,
  what,
  live: true,
  customer: customerNamed(name, { habit, perMonth: 1.4, usualCents: cents(320_000) }),
}));
