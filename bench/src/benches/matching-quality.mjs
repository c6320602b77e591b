// Quality of statement matching at invoice level: on books of our own, and on labelled sets from outside where they are present.
import { DEFAULT_MATCHING_POLICY, matchTransactions } from '@quittance/core/reconciliation';
import { generatedSet } from '../matching/generated.mjs';
import { runSet } from '../matching/run.mjs';
import { score } from '../matching/score.mjs';
import { setsOf } from '../matching/sets.mjs';

const OPEN_A_MOVEMENT = 10;

const KEYS = [
  'precisionPercent',
  'movementsRightPercent',
  'coveragePercent',
  'coverageNamedPercent',
  'bestSuggestionRightPercent',
  'nothingFound',
  'calibrationErrorPercent',
];

const listed = (errors) =>
  Object.entries(errors)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(', ') || 'none';

/** All sets side by side, then of each: coverage by manner, and what was said against what was found. */
function tablesOf(sets) {
  const scored = sets.map(([name, set]) => [name, set, score(runSet(set), set.truth, set.facts.items)]);
  return [
    {
      title: 'All sets',
      head: ['set', 'movements', ...KEYS, 'wrong movements', 'mistakes by invoice'],
      rows: scored.map(([name, { transactions }, found]) => [
        name,
        transactions.length,
        ...KEYS.map((key) => found[key]),
        found.wrong.length,
        listed(found.errors),
      ]),
    },
    ...scored.flatMap(([name, , { byKind, reliability }]) => [
      {
        title: `Applied alone, by how the payment was written: ${name}`,
        head: ['manner', 'movements', 'alone %', 'of these wrong'],
        rows: Object.entries(byKind).map(([kind, { n, autoPercent, wrong }]) => [kind, n, autoPercent, wrong]),
      },
      {
        title: `Chance of being wrong, said and found, over the best explanation of every movement: ${name}`,
        head: ['said at most', 'movements', 'said %', 'found %'],
        rows: reliability.map(({ upTo, n, saidPercent, foundPercent }) => [`${upTo}`, n, saidPercent, foundPercent]),
      },
    ]),
  ];
}

const sayAbsent = (name) => process.stderr.write(`matching-quality: no set "${name}" (QUITTANCE_SAMPLES)\n`);

export const bench = {
  name: 'matching-quality',
  what: 'How right and how complete automatic matching is, invoice by invoice; the time is that of the generated set.',
  target: 'automatic precision at least 99.5 %, at least 90 % automatic where the text names the invoice',
  unit: 'movements',
  reference: null,
  sizes: { small: [1_000], medium: [3_160], large: [10_000] },
  async open(size) {
    const set = generatedSet(size, size * OPEN_A_MOVEMENT);
    return {
      warm: false,
      runs: 1,
      ours: () => matchTransactions(set.transactions, set.facts, DEFAULT_MATCHING_POLICY),
      figures: () => ({ tables: tablesOf(setsOf(size, sayAbsent)) }),
    };
  },
};
