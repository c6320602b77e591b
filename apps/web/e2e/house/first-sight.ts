// What a screen asks of who opens it: the scripts fetched until it is usable, and how much it jumps.
import type { Page } from 'playwright-core';

type Watched = { felt: { shift: number; moved: string[]; usableAt: number | null } };
type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node: Node | null }[] };

/** Installed before any script of the page: usable is a title, nothing awaited and no grey list, for good. */
const watch = () => {
  const felt: Watched['felt'] = { shift: 0, moved: [], usableAt: null };
  (window as unknown as Watched).felt = felt;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
      if (hadRecentInput) continue;
      felt.shift += value;
      const [node] = sources.map((source) => source.node);
      const element = node instanceof Element ? node : node?.parentElement;
      felt.moved.push(`${value.toFixed(3)} ${element?.localName}.${element?.className}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
  new MutationObserver(() => {
    const isUsable =
      document.querySelector('h1') !== null &&
      document.querySelector('.mantine-Skeleton-root, [aria-busy="true"]') === null;
    felt.usableAt = isUsable ? (felt.usableAt ?? performance.now()) : null;
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-busy'] });
};

const stoodFor = (ms: number): boolean => {
  const { usableAt } = (window as unknown as Watched).felt;
  return usableAt !== null && performance.now() - usableAt > ms;
};

const measure = () => {
  const { shift, moved, usableAt } = (window as unknown as Watched).felt;
  const scripts = (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
    .filter(({ name }) => name.startsWith(location.origin) && new URL(name).pathname.endsWith('.js'))
    .filter(({ startTime }) => usableAt !== null && startTime <= usableAt);
  const sizes = new Map(scripts.map(({ name, encodedBodySize }) => [name, encodedBodySize]));
  return { shift, moved, bytes: [...sizes.values()].reduce((sum, size) => sum + size, 0) };
};

/** What was felt: bytes of script, and the layout shift with what moved. */
export type FirstSight = ReturnType<typeof measure>;

/** Watches what the page will open. Fetched ahead of need once the screen is there is not counted. */
export async function watchFirstSight(page: Page): Promise<void> {
  await page.addInitScript(watch);
}

/** What was felt up to now, once the screen has been usable for `ms`. */
export async function firstSight(page: Page, ms: number): Promise<FirstSight> {
  await page.waitForFunction(stoodFor, ms, { timeout: 60_000 });
  return page.evaluate(measure);
}
