// Reach: whether the server answers. Every answer tells; while it does not, the shell says so and knocks again.
import { useSyncExternalStore } from 'react';

let reached = true;
const listeners = new Set<() => void>();

/** What the last call found. */
export function reportReached(value: boolean): void {
  if (reached === value) return;
  reached = value;
  for (const tell of listeners) tell();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether the server answered the last time it was asked. */
export const useReached = (): boolean => useSyncExternalStore(subscribe, () => reached);
