// Undo: the ways back that still stand, newest last. Ctrl-Z (⌘Z) takes the newest one, except where it belongs to a text being typed.

type WayBack = () => void;

const waysBack = new Map<string, WayBack>();

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

/** Whether these keys mean "undo". */
const isUndo = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'z';

const onKey = (event: KeyboardEvent): void => {
  if (!isUndo(event) || isTyping(event.target)) return;
  const newest = [...waysBack.values()].at(-1);
  if (!newest) return;
  event.preventDefault();
  newest();
};

/** The way back is open until `closeUndo` with the same id. */
export function openUndo(id: string, back: WayBack): void {
  if (waysBack.size === 0) document.addEventListener('keydown', onKey);
  waysBack.set(id, back);
}

/** The way back is taken, or too late. */
export function closeUndo(id: string): void {
  waysBack.delete(id);
  if (waysBack.size === 0) document.removeEventListener('keydown', onKey);
}
