// Every link of the application, followed from screen to screen with the demo portfolio: each leads to a screen with a title, nothing is
// refused, no raw code, no empty place of a text and no untranslated key is in sight.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaints, type DemoServer, goTo, hasBrowser, openBrowser, settled, startDemoServer } from './house/index.ts';

const STARTS = [
  '/today',
  '/dashboard',
  '/cash',
  '/customers',
  '/invoices',
  '/aged-balance',
  '/scenarios',
  '/outbox',
  '/imports',
  '/settings/company',
  '/start',
  '/guide',
];
/** Lists whose columns sort. */
const LISTS = [
  '/cash',
  '/cash?tab=applied',
  '/cash?tab=unapplied',
  '/customers',
  '/invoices',
  '/aged-balance',
  '/aged-balance?by=segment',
  '/outbox',
];
/** Screens that show a text's own fields and conditions. */
const SHOWS_SOURCE = /^\/templates/;
/** One screen of each kind: numbers and codes in an address are of no matter, nor are the values of its filters. */
const kindOf = (href: string): string => {
  const { pathname, searchParams } = new URL(href, 'http://localhost');
  const path = pathname
    .replace(/\d+/g, 'N')
    .replace(/^\/templates\/.+/, '/templates/…')
    .replace(/^\/guide\/.+/, '/guide/…');
  return `${path}?${[...searchParams.keys()].sort().join('&')}`;
};
const MOST_SCREENS = 80;

describe.skipIf(!hasBrowser)('the links of every screen', () => {
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

  for (const locale of ['fr-FR', 'en-GB'])
    test(`lead to a screen that can be read, ${locale}`, async () => {
      const context = await browser.newContext({
        storageState: server.state,
        locale,
        viewport: { width: 1440, height: 900 },
      });
      const headers = { 'x-quittance': '1', origin: server.url };
      await context.request.patch(`${server.url}/api/v1/session/profile`, {
        headers,
        data: { language: locale.slice(0, 2) },
      });
      const page = await context.newPage();
      const heard = complaints(page);
      const faults: string[] = [];
      const seen = new Set<string>();
      const waiting = [...STARTS];
      for (let href = waiting.shift(); href !== undefined && seen.size < MOST_SCREENS; href = waiting.shift()) {
        if (seen.has(kindOf(href))) continue;
        seen.add(kindOf(href));
        await goTo(page, server.url + href);
        const text = await page.locator('body').innerText();
        if (/introuvable|not found/i.test(await page.getByRole('heading', { level: 1 }).first().innerText()))
          faults.push(`${href}: no such screen`);
        const raw = SHOWS_SOURCE.test(href)
          ? null
          : /\b[a-z]+_[a-z_]+\b|\{\{|\bundefined\b|\bNaN\b|\[object/.exec(text);
        if (raw)
          faults.push(`${href}: ${text.slice(Math.max(0, raw.index - 40), raw.index + 40).replace(/\s+/g, ' ')}`);
        const links = await page
          .locator('a[href^="/"]')
          .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
        waiting.push(...links.filter((link) => !link.startsWith('/api/')));
      }
      await context.close();
      expect(faults).toEqual([]);
      expect(heard).toEqual([]);
      expect(seen.size).toBeGreaterThan(STARTS.length);
    }, 600_000);

  test('every column that sorts does so up and down', async () => {
    const context = await browser.newContext({ storageState: server.state, viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const heard = complaints(page);
    let sorted = 0;
    for (const list of LISTS) {
      await goTo(page, server.url + list);
      const heads = page.locator('th:has(button.q-sort)');
      for (let n = (await heads.count()) - 1; n >= 0; n -= 1) {
        const cell = heads.nth(n);
        const orders = new Set<string | null>();
        for (let click = 0; click < 2; click += 1) {
          const before = await cell.getAttribute('aria-sort');
          await cell.getByRole('button').click();
          await expect.poll(() => cell.getAttribute('aria-sort'), { timeout: 30_000 }).not.toBe(before);
          await settled(page);
          orders.add(await cell.getAttribute('aria-sort'));
        }
        expect([list, n, orders]).toEqual([list, n, new Set(['ascending', 'descending'])]);
        sorted += 1;
      }
    }
    await context.close();
    expect(heard).toEqual([]);
    expect(sorted).toBeGreaterThan(20);
  }, 600_000);
});
