// A ladder as it is edited on a screen: steps in their order, without ranks.
import type { EditedStep, Scenario } from '@quittance/core/dunning';

/** A ladder as edited; ranks are places. */
export type EditedLadder = Readonly<{ name: string; steps: readonly EditedStep[] }>;

/** The scenario it would be. */
export const scenarioOf = (code: string, edited: Pick<EditedLadder, 'steps'>, version = 0): Scenario => ({
  code,
  version,
  steps: edited.steps.map((step, index) => ({ ...step, rank: index + 1 })),
});
