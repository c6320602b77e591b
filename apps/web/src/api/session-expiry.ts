// Session expiry: one flag for the whole page. The screens stay as they are, what was typed included, while the reader signs in again.
import { useSyncExternalStore } from 'react';

let expired = false;
const listeners = new Set<() => void>();

const set = (value: boolean): void => {
  if (expired === value) return;
  expired = value;
  for (const tell of listeners) tell();
};

/** A call was refused because nobody is signed in any more. */
export const reportExpired = (): void => set(true);

/** The reader signed in again. */
export const reportSignedIn = (): void => set(false);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether the session has ended under the reader's hands. */
export const useExpired = (): boolean => useSyncExternalStore(subscribe, () => expired);
