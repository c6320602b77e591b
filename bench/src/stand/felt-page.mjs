// A page that measures itself as it is used: input to next paint (Event Timing), unexpected layout shift, script received.
// The script of a first load is every script the application asked for, gzip, from an empty cache until the page was usable: its title
// is there, no part of it is awaited any more and no list is grey, for good. What is fetched ahead of need after that is not part of it,
// nor is what the browser loads for itself (its PDF viewer).
import { chromium } from 'playwright-core';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];
const VIEWPORT = { width: 1440, height: 900 };
const BUSY_MS = 60_000;
const SETTLED_MS = 500;

/** Installed before any script of the page: what the browser reports is kept on the window. */
const watch = () => {
  window.felt = { paints: [], shift: 0, moved: [], usableAt: null };
  const look = () => {
    const isUsable =
      document.querySelector('h1') !== null &&
      document.querySelector('.mantine-Skeleton-root, [aria-busy="true"]') === null;
    if (!isUsable) window.felt.usableAt = null;
    else window.felt.usableAt ??= performance.now();
  };
  const eye = new MutationObserver(look);
  eye.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-busy'] });
  window.felt.settle = () => eye.disconnect();
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries())
      if (interactionId) window.felt.paints.push({ interactionId, duration });
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  new PerformanceObserver((list) => {
    for (const { hadRecentInput, value, sources } of list.getEntries()) {
      if (hadRecentInput) continue;
      window.felt.shift += value;
      const node = sources[0]?.node;
      const element = node instanceof Element ? node : node?.parentElement;
      window.felt.moved.push({ value, what: element ? `${element.localName}.${element.className}` : 'gone' });
    }
  }).observe({ type: 'layout-shift', buffered: true });
};

/** Milliseconds of each interaction, its slowest event counting; the browser rounds to 8 and leaves out what is below 16. */
const paintsOf = (entries) => {
  const slowest = new Map();
  for (const { interactionId, duration } of entries)
    slowest.set(interactionId, Math.max(slowest.get(interactionId) ?? 0, duration));
  return [...slowest.values()];
};

/** Kilobytes of script asked for until the page was usable, as they came over the wire; the eye that watched for it is closed. */
const firstLoadKb = (page) =>
  page.evaluate(() => {
    window.felt.settle();
    const asked = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.startsWith(location.origin) && new URL(name).pathname.endsWith('.js'))
      .filter(({ startTime }) => startTime <= window.felt.usableAt);
    const sizes = new Map(asked.map(({ name, encodedBodySize }) => [name, encodedBodySize]));
    return [...sizes.values()].reduce((sum, size) => sum + size, 0) / 1_000;
  });

/** Opens a browser signed in to `house`; `open(path)` gives a watched page, cold. */
export async function openFeltBrowser(house) {
  const browser = await chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS });
  const cookies = house.cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: house.url };
  });
  const open = async (path) => {
    const context = await browser.newContext({
      viewport: VIEWPORT,
      locale: 'fr-FR',
      extraHTTPHeaders: { 'accept-encoding': 'gzip' },
    });
    await context.addCookies(cookies);
    const page = await context.newPage();
    page.setDefaultTimeout(BUSY_MS);
    await page.addInitScript(watch);
    const started = performance.now();
    await page.goto(house.url + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.waitForFunction(
      (ms) => window.felt.usableAt !== null && performance.now() - window.felt.usableAt > ms,
      SETTLED_MS,
    );
    const loadMs = performance.now() - started;
    const scriptKb = await firstLoadKb(page);
    return {
      page,
      loadMs,
      scriptKb,
      felt: async () => {
        const { paints, shift, moved } = await page.evaluate(() => window.felt);
        const [worst] = moved.toSorted((a, b) => b.value - a.value);
        return { paints: paintsOf(paints), shift: { value: shift, on: path, what: worst?.what ?? null } };
      },
      close: () => context.close(),
    };
  };
  return { open, close: () => browser.close() };
}
