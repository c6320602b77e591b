// A collector's journey through customers, in French: found by a saved view, read, annotated, written to in test mode, changed in bulk and back.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsInBothThemes, NO_FAULTS } from './house/axe.ts';
import {
  complaints,
  type DemoServer,
  hasBrowser,
  openBrowser,
  picture,
  settled,
  startDemoServer,
} from './house/index.ts';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };

describe.skipIf(!hasBrowser)('customers', () => {
  let server: DemoServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let heard: string[];

  beforeAll(async () => {
    server = await startDemoServer();
    browser = await openBrowser();
    context = await browser.newContext({
      locale: 'fr-FR',
      viewport: DESK,
      storageState: server.state,
    });
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
    heard = complaints(page);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const toast = (text: string | RegExp) => page.getByText(text).first().waitFor();

  // The shell slides into its narrow shape: what counts is where it comes to rest.
  const fitsThePhone = () =>
    expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { timeout: 60_000 })
      .toBeLessThanOrEqual(PHONE.width);

  test('a view is saved, and found again from its menu', async () => {
    await page.goto(`${server.url}/customers`);
    await page.getByRole('checkbox', { name: 'En retard' }).check();
    await page.getByRole('combobox', { name: 'Responsable' }).click();
    await page.getByRole('option', { name: 'Inès Carvalherne' }).click();
    await page.waitForURL(/owner=ines/);
    await button('Vues').click();
    await page.getByRole('menuitem', { name: /Enregistrer cette vue/ }).click();
    await page.getByLabel('Nom de la vue').fill('Retards d’Inès');
    await button('Enregistrer').click();
    await toast(/Retards d’Inès.*enregistrée/);
    await button(/Vue : Retards d’Inès/).click();
    await page.getByRole('menuitem', { name: 'Toute la liste' }).click();
    await page.waitForURL((url) => !url.search.includes('owner'));
    await button('Vues').click();
    await page.getByRole('menuitem', { name: 'Retards d’Inès' }).click();
    await page.waitForURL(/owner=ines/);
  });

  test('the owner of all that is found is changed, previewed, and taken back', async () => {
    await settled(page);
    await page.getByRole('checkbox', { name: 'Tout sélectionner sur cette page' }).check();
    const everything = button(/Choisir les/);
    if (await everything.isVisible()) await everything.click();
    const bar = page.getByRole('region', { name: 'Actions sur la sélection' });
    await bar.getByRole('button', { name: 'Responsable' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Nouveau responsable' }).click();
    await page.getByRole('option', { name: 'Bastien Orgevault' }).click();
    await dialog.getByRole('button', { name: 'Voir ce qui change' }).click();
    await dialog.getByText(/clients? changer/).waitFor();
    await dialog.getByRole('button', { name: 'Appliquer' }).click();
    await toast(/modifiés?\./);
    await page.getByText('Aucune ligne ne correspond').waitFor();
    await button('Annuler').click();
    await page.getByRole('table', { name: 'Clients' }).waitFor();
  });

  test('a late customer says why it is chased, and takes a contact, a note and a document', async () => {
    // Overdue, and neither disputed nor promised: what is written by hand may leave.
    await page
      .getByRole('table', { name: 'Clients' })
      .getByRole('link', { name: 'Mairie de Brisemare-les-Bains' })
      .click();
    await page.getByRole('heading', { name: 'Échéances ouvertes' }).waitFor();
    await page.getByRole('table', { name: 'Échéances ouvertes' }).getByText('Relancée, ou pas').waitFor();
    await page.getByText(/retard en moyenne|Paie à l’échéance|pas encore connu/).waitFor();

    await button('Ajouter un interlocuteur').click();
    await page.getByLabel('Nom', { exact: false }).last().fill('Anne Roux');
    await page.getByLabel('E-mail').last().fill('anne.roux@essais.example');
    await button('Enregistrer').click();
    await toast('Interlocuteur enregistré.');
    await page.getByText('anne.roux@essais.example').waitFor();

    await page.getByPlaceholder('Ce qu’un collègue devrait savoir…').fill('Rappeler <b>jeudi</b> matin.');
    await button('Ajouter une note').click();
    await page.getByRole('listitem').getByText('Rappeler <b>jeudi</b> matin.').waitFor();

    await page.locator('input[type=file]').setInputFiles({
      name: 'contrat cadre.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\n%%EOF\n'),
    });
    await page
      .getByRole('listitem')
      .getByText(/contrat cadre\.pdf/)
      .waitFor();
    await picture(page, 'fr-customer-file');
  });

  test('a message by hand is seen, sent in test mode, and stands in the history', async () => {
    await button('Écrire').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Objet').waitFor();
    await expect.poll(() => dialog.getByLabel('Objet').inputValue(), { timeout: 60_000 }).not.toBe('');
    await dialog.getByLabel('Objet').fill('Notre conversation de ce matin');
    const send = dialog.getByRole('button', { name: 'Envoyer', exact: true });
    await expect.poll(() => send.isEnabled(), { timeout: 60_000 }).toBe(true);
    await picture(page, 'fr-message-by-hand');
    await send.dblclick();
    await toast('Message enregistré');
    await page.getByRole('listitem').getByText('E-mail : Notre conversation de ce matin').waitFor();
    expect(await page.getByRole('listitem').getByText('E-mail : Notre conversation de ce matin').count()).toBe(1);
  });

  test('the statement is shown for a period before it is saved', async () => {
    await button('Relevé de compte').click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('iframe').waitFor();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Enregistrer le PDF' }).click(),
    ]);
    expect(saved.suggestedFilename()).toMatch(/^releve-.*\.pdf$/);
    await dialog.getByRole('button', { name: 'Fermer' }).click();
  });

  test('a phone holds it all, and axe finds nothing serious in either theme', async () => {
    expect(await faultsInBothThemes(page)).toEqual(NO_FAULTS);
    await page.setViewportSize(PHONE);
    await fitsThePhone();
    await picture(page, 'phone-customer-file');
    await page.goto(`${server.url}/customers`);
    await page.getByRole('table', { name: 'Clients' }).waitFor();
    await fitsThePhone();
    expect(heard).toEqual([]);
  });
});
