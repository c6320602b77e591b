// The director's five minutes on a Monday, in French: the dashboard, what changed, a figure down to its invoices, buckets of one's own,
// the balance on paper; every link leads somewhere.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaints, type DemoServer, goTo, hasBrowser, openBrowser, picture, startDemoServer } from './house/index.ts';

const DESK = { width: 1440, height: 900 };

describe.skipIf(!hasBrowser)('a finance director, with the demo portfolio', () => {
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

  const open = async (path: string) => {
    const context = await browser.newContext({
      viewport: DESK,
      storageState: server.state,
      locale: 'fr-FR',
      acceptDownloads: true,
    });
    const page = await context.newPage();
    const heard = complaints(page);
    await goTo(page, server.url + path);
    return { page, heard, close: () => context.close() };
  };

  const title = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();

  test('reads the dashboard, opens a formula, and goes down from what is late to its invoices', async () => {
    const { page, heard, close } = await open('/dashboard');
    expect(await title(page)).toBe('Tableau de bord');
    const amounts = page.getByRole('region', { name: 'Encours et retard', exact: true });
    // A sign and a word, whatever the colours.
    await amounts
      .getByText(/depuis le \d{2}\/\d{2}\/\d{4} \(en (hausse|baisse)\)|inchangé depuis/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Comment se calcule : DSO par ratio' }).click();
    await page.getByText(/encours TTC ÷ CA TTC sur 90 jours × 90/).waitFor();
    await page.keyboard.press('Escape');
    await picture(page, 'director-dashboard');
    await amounts
      .getByRole('link', { name: /En retard/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: 'Factures' }).waitFor();
    expect(page.url()).toContain('status=overdue');
    await close();
    expect(heard).toEqual([]);
  });

  test('reads a chart by keyboard, and as a table', async () => {
    const { page, close } = await open('/dashboard');
    const chart = page.getByRole('region', { name: 'Encours et retard, sur douze fins de mois' });
    const points = chart.getByRole('img');
    await points.first().waitFor();
    const count = await points.count();
    expect(count).toBeGreaterThan(2);
    await points.first().focus();
    const said = await points.first().getAttribute('aria-label');
    expect(said).toMatch(/^\d{2}\/\d{2}\/\d{4}\s: Encours clients .*€, dont en retard .*€$/);
    await chart.getByText(said ?? '', { exact: true }).waitFor();
    await chart.getByRole('button', { name: 'Voir le tableau' }).click();
    await chart.getByRole('button', { name: 'Voir le graphique' }).waitFor();
    // A row for each point, under that of the titles.
    expect(await chart.getByRole('row').count()).toBe(count + 1);
    await close();
  });

  test('every link of the dashboard leads to a screen', async () => {
    const { page, heard, close } = await open('/dashboard');
    const addresses = await page
      .locator('.q-board a')
      .evaluateAll((links) => [...new Set(links.map((link) => (link as HTMLAnchorElement).href))]);
    expect(addresses.length).toBeGreaterThan(10);
    const kinds = new Map(
      addresses.map((address) => [new URL(address).pathname.replace(/\d+$/, '1') + new URL(address).search, address]),
    );
    for (const address of kinds.values()) {
      await goTo(page, address);
      expect([address, await title(page)]).not.toEqual([address, 'Cette page n’existe pas']);
      expect([address, await page.getByRole('alert').count()]).toEqual([address, 0]);
    }
    await close();
    expect(heard).toEqual([]);
  }, 180_000);

  test('cuts the balance by segment and by days of their own, and opens the invoices of a cell', async () => {
    const { page, heard, close } = await open('/aged-balance');
    await page.getByRole('button', { name: /^Tranches/ }).click();
    const bounds = page.getByLabel('Bornes');
    await bounds.fill('60 / 30');
    await page.getByText('Des nombres entiers croissants').waitFor();
    await bounds.fill('0 / 10 / 45');
    await page.getByRole('button', { name: 'Appliquer' }).click();
    await page.getByRole('columnheader', { name: '11 à 45 j' }).waitFor();
    expect(new URL(page.url()).searchParams.get('bounds')).toBe('10,45');
    await page.keyboard.press('Escape');
    await page.getByText('Segment', { exact: true }).first().click();
    await page.getByRole('columnheader', { name: 'Clients' }).waitFor();
    const total = await page.getByRole('row', { name: /^Total/ }).innerText();
    await picture(page, 'director-balance');
    await page.getByRole('row').nth(1).getByRole('link').nth(1).click();
    await page.getByRole('heading', { level: 1, name: 'Factures' }).waitFor();
    expect(page.url()).toMatch(/segment=.*due(From|To)=/);
    expect(total).toMatch(/€/);
    await close();
    expect(heard).toEqual([]);
  });

  test('takes the balance away on paper', async () => {
    const { page, close } = await open('/aged-balance?by=segment');
    await page.getByRole('button', { name: 'Exporter' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download', { timeout: 90_000 }),
      page.getByRole('menuitem', { name: 'PDF à imprimer' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^balance-agee-\d{4}-\d{2}-\d{2}\.pdf$/);
    await close();
  }, 120_000);
});
