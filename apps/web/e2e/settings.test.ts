// Settings: a logo on a letter, a collector invited with a portfolio who sees only theirs, a rate, a closed day, the journal verified.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousFaults } from './house/axe.ts';
import { type DemoServer, hasBrowser, openBrowser, picture, startDemoServer } from './house/index.ts';

const HOSTILE = '<img src=x onerror=alert(1)> {{7*7}} \u202E"\'';
// 240 by 80 pixels, one colour.
const LOGO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAPAAAABQAQMAAAAdh2o/AAAAA1BMVEUAgIBxQSaxAAAAGUlEQVRIx+3BMQEAAADCoPVPbQ0PoAAAeDYJsAABl23k4wAAAABJRU5ErkJggg==',
  'base64',
);
/** Whether a PDF (base64) holds a picture of so many pixels. */
const hasPicture = (pdf: string, width: number, height: number): boolean => {
  const text = Buffer.from(pdf, 'base64').toString('latin1');
  return text.includes(`/Width ${width}`) && text.includes(`/Height ${height}`);
};
const OWN = 'une phrase bien à moi';

describe.skipIf(!hasBrowser)('the settings', () => {
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

  const open = async (path: string, more: { colorScheme?: 'light' | 'dark' } = {}): Promise<Page> => {
    const context = await browser.newContext({ ...more, storageState: server.state, locale: 'fr-FR' });
    const page = await context.newPage();
    page.on('dialog', () => expect.unreachable('a script of somebody else’s ran'));
    await page.goto(server.url + path);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    return page;
  };

  test('a logo is taken, said with its size, and stands on the letter shown; what is no picture is refused', async () => {
    const page = await open('/settings/company');
    const input = page.locator('input[type=file]').first();
    await input.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('<svg/>') });
    await page.getByText('L’image doit être un PNG ou un JPEG').waitFor();
    // The letter is drawn anew with it: the PDF holds a picture of that size.
    const letter = page.waitForResponse(
      async (answer) =>
        answer.url().endsWith('/api/v1/templates/preview') && hasPicture((await answer.json()).pdf ?? '', 240, 80),
    );
    await input.setInputFiles({ name: `${HOSTILE}.png`, mimeType: 'image/png', buffer: LOGO });
    await page.getByText('240 × 80 pixels').waitFor();
    const drawn = await letter;
    expect(drawn.ok()).toBe(true);
    await page.locator('iframe').first().waitFor();
    await picture(page, 'settings-company');
    await page.context().close();
  });

  test('a collector is invited for one segment, with a name that means harm, and sees that segment alone', async () => {
    const page = await open('/settings/users');
    await page.getByRole('button', { name: 'Inviter une personne' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nom', { exact: false }).first().fill(HOSTILE);
    await dialog.getByLabel('E-mail', { exact: false }).fill('lea@essais.example');
    await dialog.getByLabel('Une partie des clients').check();
    await dialog.getByLabel('Ses clients').uncheck();
    await dialog.getByText('cette personne ne verrait aucun client').waitFor();
    await dialog.getByLabel('Segments').press('ArrowDown');
    await page.getByRole('option').first().click();
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Inviter', exact: true }).click();
    const password = (await page.getByTestId('password').textContent()) ?? '';
    expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    await picture(page, 'settings-invited');
    await page.context().close();

    // What she was given opens one screen, where she chooses her own.
    const context = await browser.newContext({ locale: 'fr-FR' });
    const narrowed = await context.newPage();
    await narrowed.goto(`${server.url}/login?next=/settings/profile`);
    await narrowed.getByLabel('Adresse e-mail').fill('lea@essais.example');
    await narrowed.getByLabel('Mot de passe', { exact: false }).first().fill(password);
    await narrowed.getByRole('button', { name: 'Se connecter' }).click();
    await narrowed.getByRole('heading', { level: 1, name: 'Choisissez votre mot de passe' }).waitFor();
    expect(await seriousFaults(narrowed)).toEqual([]);
    await picture(narrowed, 'settings-own-password');
    const customers = `${server.url}/api/v1/customers`;
    expect((await context.request.get(customers)).status()).toBe(403);
    await narrowed.getByLabel('Mot de passe reçu').fill(password);
    await narrowed.getByLabel('Votre mot de passe').fill(password);
    await narrowed.getByText('Choisissez-en un autre').waitFor();
    await narrowed.getByLabel('Votre mot de passe').fill(OWN);
    await narrowed.getByRole('button', { name: 'Enregistrer et continuer' }).click();
    await narrowed.getByText('Vous voyez votre portefeuille').waitFor();
    const theirs = await (await context.request.get(customers)).json();
    const everybody = await browser.newContext({ storageState: server.state });
    const all = await (await everybody.request.get(customers)).json();
    expect(theirs.total).toBeGreaterThan(0);
    expect(theirs.total).toBeLessThan(all.total);
    expect(await narrowed.getByRole('link', { name: 'Journal' }).count()).toBe(0);
    await picture(narrowed, 'settings-narrowed');
    await context.close();
    await everybody.close();
  });

  test('the coming half-year is entered with its source', async () => {
    const page = await open('/settings/rates');
    const enter = page.getByRole('button', { name: /^Saisir le/ }).first();
    await enter.click();
    const dialog = page.getByRole('dialog');
    const figures = dialog.locator('input[inputmode=decimal]');
    for (const [index, figure] of ['2,40', '2,80', '6,90'].entries()) await figures.nth(index).fill(figure);
    await dialog.getByLabel('Source', { exact: false }).fill(HOSTILE);
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText(/^Taux du .* enregistrés/).waitFor();
    await page.context().close();
  });

  test('a day is closed on the calendar and named among the closed days', async () => {
    const page = await open('/settings/calendar');
    await page.getByRole('button', { name: 'Mois suivant' }).click();
    await page
      .getByRole('button', { name: / : ouvré$/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Calendrier enregistré').waitFor();
    await page.reload();
    await page.getByRole('button', { name: /^Rouvrir/ }).waitFor();
    await picture(page, 'settings-calendar');
    await page.context().close();
  });

  test('the journal tells it, is searched, and its chain is whole', async () => {
    const page = await open('/settings/journal');
    await page.getByText(/^Camille Durand a invité <img src=x onerror=alert\(1\)>/).waitFor();
    await page.getByRole('button', { name: 'Vérifier la chaîne' }).click();
    await page.getByText(/lignes, chaîne intacte/).waitFor();
    await page.getByRole('searchbox').fill('lea@essais.example');
    await page.waitForURL(/search=lea/);
    const invited = page.getByRole('row').filter({ hasText: 'Camille Durand a invité <img src=x onerror=alert(1)>' });
    await invited.getByRole('button', { name: /^Détail de la ligne/ }).click();
    await page.getByText('"email": "lea@essais.example"').waitFor();
    await picture(page, 'settings-journal');
    await page.context().close();
  });
});
