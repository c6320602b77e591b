// Whether a table is wider than its frame: it then scrolls in it, and its head no longer follows the page.
import { type RefObject, useLayoutEffect, useState } from 'react';

/** Watches the frame and the table in it. */
export function useWide(frame: RefObject<HTMLElement | null>): boolean {
  const [isWide, setWide] = useState(false);
  useLayoutEffect(() => {
    const element = frame.current;
    const table = element?.querySelector('table');
    if (!element || !table) return;
    const look = () => setWide(table.scrollWidth > element.clientWidth + 1);
    const watch = new ResizeObserver(look);
    watch.observe(element);
    watch.observe(table);
    return () => watch.disconnect();
  }, [frame]);
  return isWide;
}
