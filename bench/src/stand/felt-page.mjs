// A page that measures itself as it is used: input to next paint (Event Timing), unexpected layout shift, script received.
// The script of a first load is every script the application sends, gzip, from an empty cache until the network has been quiet for half
// a second: what is fetched ahead of need after the title is shown counts as well, what the browser loads for itself (its PDF viewer) not.
import { chromium } from 'playwright-core';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];
const VIEWPORT = { width: 1440, height: 900 };
const BUSY_MS = 60_000;

/** Installed before any script of the page: what the browser reports is kept on the window. */
const watch = () => {
  window.felt = { paints: [], shift: 0, moved: [] };
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
    let scriptBytes = 0;
    const counted = [];
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script' || !response.url().startsWith(house.url)) return;
      counted.push(
        response
          .request()
          .sizes()
          .then(
            ({ responseBodySize }) => {
              scriptBytes += responseBodySize;
            },
            () => {}, // the page was left before the script had come
          ),
      );
    });
    const started = performance.now();
    await page.goto(house.url + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    await Promise.all(counted);
    const scriptKb = scriptBytes / 1_000;
    return {
      page,
      loadMs: performance.now() - started,
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
