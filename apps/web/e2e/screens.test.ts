// Every screen with the demo portfolio, opened from an empty cache: at most 300 kB of script (gzip) until it is usable, no layout shift that
// a reader would notice, no serious accessibility fault in either theme, on a desk or on a phone, and nothing wider than the phone.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsInBothThemes, NO_FAULTS } from './house/axe.ts';
import {
  type DemoServer,
  firstSight,
  goTo,
  hasBrowser,
  openBrowser,
  picture,
  SCREENS,
  settled,
  startDemoServer,
  watchFirstSight,
} from './house/index.ts';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };
const LEAST_KB = 100;
const MOST_KB = 300;
const MOST_SHIFT = 0.1;
const KB = 1_000;
/** How long a screen has to stand before what was felt is read, in milliseconds. */
const STANDS_MS = 1_000;

describe.skipIf(!hasBrowser)('with the demo portfolio', () => {
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

  test.each(Object.entries(SCREENS))(
    '%s is light and steady, has no serious fault and fits a phone',
    async (name, path) => {
      const context = await browser.newContext({
        storageState: server.state,
        locale: 'fr-FR',
        viewport: DESK,
        extraHTTPHeaders: { 'accept-encoding': 'gzip' },
      });
      const page = await context.newPage();
      await watchFirstSight(page);
      await goTo(page, server.url + path);
      const desk = await faultsInBothThemes(page, (theme) => picture(page, `demo-${name}-${theme}`));
      const { bytes, shift, moved } = await firstSight(page, STANDS_MS);

      await page.setViewportSize(PHONE);
      await page.reload();
      await settled(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      await picture(page, `phone-${name}`);
      const phone = await faultsInBothThemes(page);
      await context.close();

      expect({ desk, phone }).toEqual({ desk: NO_FAULTS, phone: NO_FAULTS });
      expect(width).toBeLessThanOrEqual(PHONE.width);
      expect(bytes / KB).toBeGreaterThan(LEAST_KB);
      expect(bytes / KB).toBeLessThanOrEqual(MOST_KB);
      expect(shift <= MOST_SHIFT ? [] : moved).toEqual([]);
    },
  );
});
