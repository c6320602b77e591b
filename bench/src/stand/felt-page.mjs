// A page that measures itself as it is used: input to next paint (Event Timing), unexpected layout shift, script received.
import { chromium } from 'playwright-core';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];
const VIEWPORT = { width: 1440, height: 900 };
const BUSY_MS = 60_000;

/** Installed before any script of the page: what the browser reports is kept on the window. */
const watch = () => {
  window.felt = { paints: [], shift: 0 };
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries())
      if (interactionId) window.felt.paints.push({ interactionId, duration });
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  new PerformanceObserver((list) => {
    for (const { hadRecentInput, value } of list.getEntries()) if (!hadRecentInput) window.felt.shift += value;
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
    const context = await browser.newContext({ viewport: VIEWPORT, locale: 'fr-FR' });
    await context.addCookies(cookies);
    const page = await context.newPage();
    page.setDefaultTimeout(BUSY_MS);
    await page.addInitScript(watch);
    let scriptBytes = 0;
    const counted = [];
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script') return; // its size is what came over the wire, compressed
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
        const { paints, shift } = await page.evaluate(() => window.felt);
        return { paints: paintsOf(paints), shift };
      },
      close: () => context.close(),
    };
  };
  return { open, close: () => browser.close() };
}
