// What each screen weighs and whether it jumps, from an empty cache with the demo portfolio: at most 300 kB of script (gzip) asked for until
// it is usable, and no layout shift that a reader would notice. What is fetched ahead of need once the screen is there is not counted.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoServer, hasBrowser, openBrowser, SCREENS, startDemoServer } from './house/index.ts';

const MOST_KB = 300;
const MOST_SHIFT = 0.1;
const KB = 1_000;
const SETTLED_MS = 1_000;

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

const isSettled = (ms: number): boolean => {
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

describe.skipIf(!hasBrowser)('a screen opened for the first time', () => {
  let server: DemoServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await startDemoServer();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test.each(Object.values(SCREENS))('%s is light and does not jump', async (path) => {
    const context = await browser.newContext({
      storageState: server.state,
      locale: 'fr-FR',
      viewport: { width: 1440, height: 900 },
      extraHTTPHeaders: { 'accept-encoding': 'gzip' },
    });
    const page = await context.newPage();
    await page.addInitScript(watch);
    await page.goto(server.url + path);
    await page.waitForFunction(isSettled, SETTLED_MS, { timeout: 60_000 });
    const { bytes, shift, moved } = await page.evaluate(measure);
    await context.close();
    expect(bytes).toBeGreaterThan(100 * KB);
    expect(bytes / KB).toBeLessThanOrEqual(MOST_KB);
    expect({ isSteady: shift <= MOST_SHIFT, moved: shift <= MOST_SHIFT ? [] : moved }).toEqual({
      isSteady: true,
      moved: [],
    });
  });
});
