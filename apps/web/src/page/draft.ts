// Draft: what is being typed outlives a closed dialog, a reload and a session that ended. It stays on this device, in this tab.
import { useCallback, useEffect, useRef, useState } from 'react';

const PREFIX = 'quittance.draft.';
const PAUSE_MS = 300;

const read = <T>(key: string, initial: T): T => {
  try {
    const kept = sessionStorage.getItem(PREFIX + key);
    return kept === null ? initial : (JSON.parse(kept) as T);
  } catch {
    return initial;
  }
};

const write = (key: string, value: unknown): void => {
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // A full or closed storage costs the draft, never the form.
  }
};

/** Forgets every draft: somebody signs out, and the next reader must not find them. */
export function clearDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}

/** A draft in hand. */
export type Draft<T> = Readonly<{
  value: T;
  /** Keeps what is typed. */
  set: (value: T) => void;
  /** It was sent: the form starts anew. */
  clear: () => void;
  /** Whether the first value came from an earlier, unfinished typing. */
  isRestored: boolean;
}>;

/** Keeps what is typed under `key` (say what and of whom: `note.customer.12`) until `clear`; the value must be plain JSON. */
export function useDraft<T>(key: string, initial: T): Draft<T> {
  const [value, setValue] = useState(() => read(key, initial));
  const [isRestored] = useState(() => sessionStorage.getItem(PREFIX + key) !== null);
  const first = useRef(initial);
  const waiting = useRef<{ timer: number; write: () => void } | null>(null);
  const settle = useCallback((isWritten: boolean) => {
    if (!waiting.current) return;
    window.clearTimeout(waiting.current.timer);
    if (isWritten) waiting.current.write();
    waiting.current = null;
  }, []);
  const set = useCallback(
    (next: T) => {
      setValue(next);
      settle(false);
      waiting.current = { timer: window.setTimeout(() => settle(true), PAUSE_MS), write: () => write(key, next) };
    },
    [key, settle],
  );
  const clear = useCallback(() => {
    settle(false);
    sessionStorage.removeItem(PREFIX + key);
    setValue(first.current);
  }, [key, settle]);
  useEffect(() => () => settle(true), [settle]);
  return { value, set, clear, isRestored };
}
