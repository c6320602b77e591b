// Shell keys: the shortcuts that work on every screen. Those of one letter wait while something is being typed or a dialog is open.
import { useEffect } from 'react';
import { help, palette, shortcuts } from './switch.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

const isFree = (event: KeyboardEvent): boolean =>
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  !isTyping(event.target) &&
  !document.querySelector('[role=dialog]');

// By what the key writes, wherever the keyboard has it.
const FREE_KEYS: Readonly<Record<string, () => void>> = { '/': palette.open, '?': shortcuts.open, F1: help.open };

const onKey = (event: KeyboardEvent): void => {
  const isSearch = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k';
  const act = isSearch ? palette.open : isFree(event) ? FREE_KEYS[event.key] : undefined;
  if (!act) return;
  event.preventDefault();
  act();
};

/** Ctrl-K and / search, ? lists the shortcuts, F1 helps. */
export function useShellKeys(): void {
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
