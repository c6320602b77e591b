// Simulation runs: how far each simulation under way has come, for whoever asked for it; left when they go.
import type { SimulationWatch } from '@quittance/usecases/scenarios';
import type { OrgContext } from '../services/index.ts';

type Progress = Readonly<{ done: number; total: number }>;
const NONE: Progress = { done: 0, total: 0 };

type Run = { progress: Progress; isLeft: boolean };

/** The runs of this process. */
export type SimulationRuns = Readonly<{
  /** Opens a run for the time of `act`; a run of the same name is left. */
  during: <T>(context: OrgContext, name: string, act: (watch: SimulationWatch) => Promise<T>) => Promise<T>;
  /** 0 of 0 where there is none of that name, or not yet. */
  progress: (context: OrgContext, name: string) => Progress;
  /** Whether there was one to stop. */
  stop: (context: OrgContext, name: string) => boolean;
}>;

// One's own only: the key holds who asked.
const keyOf = ({ orgId, actor }: OrgContext, name: string): string => `${orgId} ${actor} ${name}`;

/** No run yet. */
export function openSimulationRuns(): SimulationRuns {
  const runs = new Map<string, Run>();
  const stop: SimulationRuns['stop'] = (context, name) => {
    const run = runs.get(keyOf(context, name));
    if (run) run.isLeft = true;
    return run !== undefined;
  };
  return {
    stop,
    progress: (context, name) => runs.get(keyOf(context, name))?.progress ?? NONE,
    during: async (context, name, act) => {
      stop(context, name);
      const run: Run = { progress: NONE, isLeft: false };
      const key = keyOf(context, name);
      runs.set(key, run);
      try {
        return await act({
          tell: (progress) => {
            run.progress = progress;
          },
          isLeft: () => run.isLeft,
        });
      } finally {
        if (runs.get(key) === run) runs.delete(key);
      }
    },
  };
}
