// Long rows: which rows of a long list are drawn, as the window scrolls; fetched only where a list is long.
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useEffect } from 'react';
import { ROW_HEIGHT, type RowWindow, type ScrollTo } from './row-window.ts';

const OVERSCAN = 20;

type Props = Readonly<{
  count: number;
  scroller: RefObject<HTMLElement | null>;
  /** Filled in with the way to bring a row into view. */
  scrollTo: RefObject<ScrollTo>;
  children: (shown: RowWindow) => ReactNode;
}>;

/** Draws the rows that are near the window, between two empty spaces as high as those left out. */
export function LongRows({ count, scroller, scrollTo, children }: Props) {
  const virtual = useWindowVirtualizer({
    count,
    scrollMargin: scroller.current?.offsetTop ?? 0,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
  });
  useEffect(() => {
    scrollTo.current = (index) => virtual.scrollToIndex(index);
    return () => {
      scrollTo.current = () => undefined;
    };
  }, [scrollTo, virtual]);
  const items = virtual.getVirtualItems();
  return children({
    first: items[0]?.index ?? 0,
    last: items.at(-1)?.index ?? -1,
    above: (items[0]?.start ?? 0) - virtual.options.scrollMargin,
    below: virtual.getTotalSize() + virtual.options.scrollMargin - (items.at(-1)?.end ?? 0),
  });
}
