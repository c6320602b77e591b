// Use ladder: the ladder being edited. Kept as a draft on this device, every change can be taken back one by one.
import type { ScenarioView } from '@quittance/contracts/api';
import { useState } from 'react';
import { useDraft } from '../../../page/index.ts';
import type { EditStep } from './step.ts';

/** What is edited, and the version it started from. */
type Edited = Readonly<{ name: string; steps: readonly EditStep[]; version: number }>;

/** A ladder in hand. */
export type LadderInHand = Edited &
  Readonly<{
    isChanged: boolean;
    /** What is edited comes from an earlier, unfinished session. */
    isRestored: boolean;
    canUndo: boolean;
    setSteps: (steps: readonly EditStep[]) => void;
    setName: (name: string) => void;
    undo: () => void;
    /** Takes what is in force again, of the version given where it is newer than the one read. */
    reset: () => void;
    /** Keeps what is edited, on top of the version given. */
    rebase: (version: number) => void;
  }>;

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Edits a ladder. */
export function useLadder(of: ScenarioView): LadderInHand {
  const initial: Edited = { name: of.name, steps: of.steps, version: of.version };
  const draft = useDraft<Edited>(`ladder.${of.code}`, initial);
  const [past, setPast] = useState<readonly Edited[]>([]);
  const { value } = draft;
  const isChanged = value.name !== of.name || !isSame(value.steps, of.steps);
  const change = (next: Edited) => {
    setPast([...past, value]);
    draft.set(next);
  };
  // A draft without a change of its own follows what is in force
  const shown = isChanged ? value : initial;
  return {
    ...shown,
    isChanged,
    isRestored: draft.isRestored && isChanged && past.length === 0,
    canUndo: past.length > 0,
    setSteps: (steps) => change({ ...shown, steps }),
    setName: (name) => change({ ...shown, name }),
    undo: () => {
      const last = past.at(-1);
      if (!last) return;
      setPast(past.slice(0, -1));
      draft.set(last);
    },
    reset: () => {
      setPast([]);
      draft.set(initial);
      draft.clear();
    },
    rebase: (version) => draft.set({ ...value, version }),
  };
}
