// Quality of statement matching at invoice level: on books of our own, and on a labelled set from outside where it is present.
import { DEFAULT_MATCHING_POLICY, matchTransactions } from '@quittance/core/reconciliation';
import { generatedSet } from '../matching/generated.mjs';
import { labelledSet } from '../matching/labelled.mjs';
import { score } from '../matching/score.mjs';

const OPEN_A_MOVEMENT = 10;

/** Figures of one set under a name; counts of mistakes and coverage by manner as columns of their own. */
function figuresOf(name, { facts, transactions, truth }) {
  const { errors, byKind, ...plain } = score(matchTransactions(transactions, facts, DEFAULT_MATCHING_POLICY), truth);
  const rows = [
    ['movements', transactions.length],
    ...Object.entries(plain),
    ...Object.entries(errors).map(([kind, count]) => [`wrong: ${kind}`, count]),
    ...Object.entries(byKind).map(([kind, percent]) => [`alone: ${kind} %`, percent]),
  ];
  return Object.fromEntries(rows.map(([key, value]) => [`${name} ${key}`, value]));
}

function labelledFigures() {
  const set = labelledSet();
  if (set) return figuresOf('labelled', set);
  process.stderr.write('matching-quality: no labelled set (QUITTANCE_SAMPLES), generated books only\n');
  return {};
}

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
      figures: () => ({ ...figuresOf('generated', set), ...labelledFigures() }),
    };
  },
};
