// The shell: found by keyboard alone, undone, kept through an expired session and a lost network, helped, in both languages and themes.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { colourFaults, seriousFaults } from './house/axe.ts';
import {
  DEMO_USER,
  type DemoServer,
  goTo,
  hasBrowser,
  openBrowser,
  picture,
  settled,
  startDemoServer,
} from './house/index.ts';

/** A loaded machine takes its time. */
const PATIENT = { timeout: 60_000 };
/** Axe reads many panels. */
const LONG_MS = 300_000;
const NOTE = 'Rappeler madame Aubry jeudi';

describe.skipIf(!hasBrowser)('the shell', () => {
  let server: DemoServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    server = await startDemoServer();
    browser = await openBrowser();
    context = await browser.newContext({
      locale: 'fr-FR',
      viewport: { width: 1440, height: 900 },
      storageState: server.state,
    });
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(`${server.url}/customers`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const line = () => page.getByRole('combobox', { name: 'Rechercher partout' });
  const noteBox = () => page.getByRole('textbox', { name: 'Ajouter une note' });
  /** Each key once all is at rest: a panel on its way out still has the keyboard. */
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      await settled(page);
      await page.keyboard.press(key);
    }
  };

  test('a customer is reached by keyboard alone, ready for a note', async () => {
    await press('Control+k');
    await line().waitFor();
    await page.keyboard.type('nouvelle note');
    await page.getByRole('option', { name: 'Nouvelle note sur un client' }).waitFor();
    await press('Enter');
    await page.getByPlaceholder(/Pour quel client/).waitFor();
    await page.keyboard.type('boul');
    await page.getByRole('option', { selected: true }).filter({ hasText: 'Boulangerie' }).waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: /résultats?$/ })
      .waitFor({ state: 'attached' });
    await picture(page, 'shell-search');
    const name = await page.getByRole('option', { selected: true }).locator('.q-palette-label').textContent();
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: name ?? '' }).waitFor();
    await expect.poll(() => noteBox().evaluate((box) => box === document.activeElement), PATIENT).toBe(true);
  });

  test('an invoice is found however its number is typed, and opened again from what is recent', async () => {
    await page.goto(`${server.url}/invoices`);
    const number = (await page.locator('table a[href^="/invoices/"]').first().textContent())?.trim() ?? '';
    await press('Control+k');
    await line().waitFor();
    await page.keyboard.type(number.toLowerCase().replaceAll('-', ' '));
    await page.getByRole('option', { name: number }).first().waitFor();
    await press('Enter');
    await page.waitForURL(/\/invoices\/\d+/);
    await press('Control+k');
    await page.getByRole('group', { name: 'Ouverts récemment' }).getByRole('option', { name: number }).waitFor();
    await press('Escape');
    await line().waitFor({ state: 'detached' });
  });

  test('what was typed outlives an expired session, and is sent afterwards', async () => {
    await page.goto(`${server.url}/customers/1`);
    await noteBox().fill(NOTE);
    await context.clearCookies({ name: 'quittance.session_token' });
    await page.getByRole('button', { name: 'Ajouter une note' }).click();
    const dialog = page.getByRole('dialog', { name: 'Votre session a expiré' });
    await dialog.getByLabel('Mot de passe').fill(DEMO_USER.password);
    await press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await noteBox().inputValue()).toBe(NOTE);
    await page.getByRole('button', { name: 'Renvoyer' }).click();
    await page.getByText(NOTE, { exact: true }).last().waitFor();
    await expect.poll(() => noteBox().inputValue(), PATIENT).toBe('');
  });

  test('what was done is undone with Ctrl-Z', async () => {
    await page.getByRole('button', { name: 'Supprimer' }).first().click();
    await page.getByRole('alert').getByRole('button', { name: 'Annuler' }).waitFor();
    await press('Control+z');
    await page.getByRole('alert').filter({ hasText: 'tout est comme avant' }).waitFor();
    await page.getByText(NOTE, { exact: true }).first().waitFor();
  });

  test('without a network the form keeps its text and says so; what is stale is read again afterwards', async () => {
    await context.setOffline(true);
    await page.getByText('Hors ligne').waitFor();
    await noteBox().fill('Deuxième note');
    await page.getByRole('button', { name: 'Ajouter une note' }).click();
    await page.getByRole('alert').filter({ hasText: 'Le serveur ne répond pas' }).waitFor();
    expect(await noteBox().inputValue()).toBe('Deuxième note');
    await page.getByRole('button', { name: 'Réessayer' }).waitFor();
    await picture(page, 'shell-offline');
    await context.setOffline(false);
    await page.getByText('Hors ligne').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Ajouter une note' }).click();
    await expect.poll(() => noteBox().inputValue(), PATIENT).toBe('');
  });

  test('a draft outlives a reload', async () => {
    await noteBox().fill('Un brouillon');
    await page.waitForFunction(() => Object.values(sessionStorage).some((kept) => kept.includes('Un brouillon')));
    await page.reload();
    await expect.poll(() => noteBox().inputValue(), PATIENT).toBe('Un brouillon');
    await noteBox().fill('');
  });

  test('help says what the screen is for, and leads to the guide', async () => {
    await page.goto(`${server.url}/customers`);
    await page.getByRole('heading', { level: 1, name: 'Clients' }).waitFor();
    await press('F1');
    const panel = page.getByRole('dialog', { name: 'Aide : Clients' });
    await panel.getByText('Ce qu’on peut y faire').waitFor();
    await panel.getByRole('link').click();
    await page.waitForURL(/\/guide/);
    await page.getByRole('navigation', { name: 'Pages du guide' }).waitFor();
    await page.getByRole('article').getByRole('heading', { level: 1 }).waitFor();
    await press('?');
    await page.getByRole('dialog', { name: 'Raccourcis clavier' }).getByText('Ctrl').first().waitFor();
    await press('Escape');
  });

  test('the account leads to one’s profile; what every screen says stands on one line', async () => {
    await page.getByRole('button', { name: /^Compte de/ }).click();
    await page.getByRole('menuitem', { name: 'Mon profil' }).click();
    await page.waitForURL(/\/settings\/profile/);
    const notes = page.locator('.q-notes');
    await notes.getByText('Mode test').waitFor();
    expect((await notes.boundingBox())?.height).toBeLessThanOrEqual(40);
  });

  test('a reader narrowed to a portfolio sees that it is one, and how many customers it has', async () => {
    await page.route('**/api/v1/session', async (asked) => {
      const answer = await asked.fetch();
      const view = await answer.json();
      if (view.current) view.current.portfolio = { own: true, segments: [] };
      await asked.fulfill({ response: answer, json: view });
    });
    await page.goto(`${server.url}/customers`);
    await page.getByRole('link', { name: /^Votre portefeuille\s: \d+ clients?$/ }).waitFor();
    await picture(page, 'shell-portfolio');
    await page.unroute('**/api/v1/session');
  });

  // The dark has other colours and nothing else.
  for (const { scheme, theme, read } of [
    { scheme: 'Clair', theme: 'light', read: seriousFaults },
    { scheme: 'Sombre', theme: 'dark', read: colourFaults },
  ])
    test(
      `the open panels have no serious fault, ${scheme}`,
      async () => {
        await goTo(page, `${server.url}/customers`);
        await page.getByRole('button', { name: /^Compte de/ }).click();
        await page.getByRole('menuitemradio', { name: scheme }).click();
        await settled(page);
        const faults: string[] = [...(await read(page))];
        await press('Escape');
        for (const [keys, name] of [
          ['Control+k', 'Rechercher partout'],
          ['F1', 'Aide : Clients'],
          ['?', 'Raccourcis clavier'],
        ] as const) {
          await press(keys);
          await page.getByRole('dialog', { name }).waitFor();
          await settled(page);
          faults.push(...(await read(page)));
          await press('Escape');
          await page.getByRole('dialog', { name }).waitFor({ state: 'detached' });
        }
        await page.getByRole('button', { name: /^À voir/ }).click();
        await page.getByRole('dialog', { name: /^À voir/ }).waitFor();
        await settled(page);
        faults.push(...(await read(page)));
        await picture(page, `shell-notices-${theme}`);
        await press('Escape');
        expect([...new Set(faults)]).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.dataset.mantineColorScheme)).toBe(theme);
      },
      LONG_MS,
    );

  test('the language changes at once and stays; the header holds on a phone', async () => {
    await page.goto(`${server.url}/customers`);
    await page.getByRole('heading', { level: 1, name: 'Clients' }).waitFor();
    await press('Control+k');
    await line().waitFor();
    await page.keyboard.type('english');
    await page.getByRole('option', { name: 'Switch to English' }).waitFor();
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Customers' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Customers' }).waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    for (const name of ['Search…', /^To look at/, /^Account of/, 'Open or close the menu'])
      await page.getByRole('button', { name }).first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await picture(page, 'shell-phone');
  });
});
