// Statement matching: how long a run over all movements takes, facts and movements in memory.
import { DEFAULT_MATCHING_POLICY, matchTransactions } from '@quittance/core/reconciliation';
import { generatedSet } from '../matching/generated.mjs';
import { score } from '../matching/score.mjs';

const OPEN_A_MOVEMENT = 10;
const RUNS = 3;

export const bench = {
  name: 'matching',
  what: 'Bank movements are matched with ten times as many open invoices: indexes built, every movement decided, what is certain applied.',
  target: 'at most 5 s for 10,000 movements and 100,000 open invoices, growth about n log n',
  unit: 'movements',
  reference: null,
  sizes: { small: [316, 1_000, 3_160], medium: [1_000, 3_160, 10_000], large: [1_000, 3_160, 10_000] },
  async open(size) {
    const { facts, transactions, truth } = generatedSet(size, size * OPEN_A_MOVEMENT);
    const ours = () => matchTransactions(transactions, facts, DEFAULT_MATCHING_POLICY);
    return {
      runs: RUNS,
      ours,
      figures: (ms) => {
        const { precisionPercent, coveragePercent } = score(ours(), truth, facts.items);
        const movementsPerSecond = Math.round((size * 1_000) / ms);
        return { openItems: facts.items.length, movementsPerSecond, precisionPercent, coveragePercent };
      },
    };
  },
};
