// Switch: a panel of the shell that anything may open, and that is loaded when first opened.
import { useSyncExternalStore } from 'react';

/** A panel that is open or not. */
export type Switch = Readonly<{ open: () => void; close: () => void; useIsOpen: () => boolean }>;

function createSwitch(): Switch {
  let isOpen = false;
  const listeners = new Set<() => void>();
  const set = (value: boolean) => () => {
    if (isOpen === value) return;
    isOpen = value;
    for (const tell of listeners) tell();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return { open: set(true), close: set(false), useIsOpen: () => useSyncExternalStore(subscribe, () => isOpen) };
}

/** The search of everything. */
export const palette = createSwitch();

/** What this screen is for. */
export const help = createSwitch();

/** The list of shortcuts. */
export const shortcuts = createSwitch();
