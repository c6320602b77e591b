// Every screen with the demo portfolio: no serious accessibility fault in either theme, nothing wider than a phone.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousFaults } from './house/axe.ts';
import { type DemoServer, hasBrowser, openBrowser, picture, SCREENS, startDemoServer } from './house/index.ts';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };

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

  // One browser profile for each look: the screens come from its cache from the second one on.
  const shown = new Map<string, Promise<Page>>();
  const open = async (path: string, look: { colorScheme: 'light' | 'dark'; viewport: typeof DESK }): Promise<Page> => {
    const key = JSON.stringify(look);
    const made =
      shown.get(key) ??
      browser
        .newContext({ ...look, storageState: server.state, locale: 'fr-FR', bypassCSP: true })
        .then((context) => context.newPage());
    shown.set(key, made);
    const page = await made;
    await page.goto(server.url + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    return page;
  };

  for (const colorScheme of ['light', 'dark'] as const)
    test.each(Object.entries(SCREENS))(`%s has no serious fault, ${colorScheme}`, async (name, path) => {
      const page = await open(path, { colorScheme, viewport: DESK });
      const faults = await seriousFaults(page);
      await picture(page, `demo-${name}-${colorScheme}`);
      expect(faults).toEqual([]);
    });

  test.each(Object.entries(SCREENS))('%s fits a phone', async (name, path) => {
    const page = await open(path, { colorScheme: 'light', viewport: PHONE });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    await picture(page, `phone-${name}`);
    expect(width).toBeLessThanOrEqual(PHONE.width);
  });
});
