// The first ten minutes, from an empty house to the first real message: books with a bad line, a ladder, a mail server, one segment live.

import type { Day } from '@quittance/core/kernel';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousFaults } from './house/axe.ts';
import {
  areApart,
  complaints,
  hasBrowser,
  inventedFec,
  type JourneyServer,
  type Mailbox,
  openBrowser,
  openMailbox,
  picture,
  startJourneyServer,
} from './house/index.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The next Tuesday, Wednesday or Thursday at ten in the morning, so that nothing waits for a worked day or an hour. */
function workedMorning(): Date {
  const at = new Date();
  at.setUTCHours(9, 0, 0, 0);
  while (![2, 3, 4].includes(at.getUTCDay()) || at.getTime() < Date.now()) at.setTime(at.getTime() + DAY_MS);
  return at;
}

const CUSTOMERS = [
  'Code client;Raison sociale;E-mail;Adresse;Code postal;Ville;Segment',
  'CALDER;Ateliers Valmorin;compta@valmorin.example;4 rue du Port;44000;Nantes;PME',
  'CBIRCH;Brasserie Loriette;compta@loriette.example;9 place du Marché;69000;Lyon;Grands comptes',
  '',
].join('\r\n');

/** The last line's amount cannot be read. */
const withBadLine = ({ name, text }: Readonly<{ name: string; text: string }>) => {
  const last = text.split('\r\n').at(-2)!.split('\t');
  const bad = last.map((cell, at) => (at === 4 ? '411000' : at === 6 ? 'CALDER' : at === 11 ? '12x,00' : cell));
  return { name, text: `${text}${bad.join('\t')}\r\n` };
};

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text, 'utf8') });

describe.skipIf(!hasBrowser)('the first ten minutes', () => {
  const morning = workedMorning();
  const today = morning.toISOString().slice(0, 10) as Day;
  let server: JourneyServer;
  let mailbox: Mailbox;
  let browser: Browser;
  let page: Page;
  let heard: string[];

  beforeAll(async () => {
    mailbox = await openMailbox();
    server = await startJourneyServer({ shiftMs: morning.getTime() - Date.now() });
    browser = await openBrowser();
    const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1400, height: 950 } });
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
    heard = complaints(page);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await mailbox?.close();
  });

  test('an empty house is set up, and the first steps are shown', async () => {
    await page.goto(server.url);
    await page.getByLabel('Nom de la société').fill('Comptoir des Essais');
    await page.getByLabel('SIREN').fill('732829320');
    await page.getByLabel('Votre nom').fill('Camille Durand');
    await page.getByLabel('Adresse e-mail').fill('camille@essais.example');
    await page.getByRole('textbox', { name: 'Mot de passe' }).fill('la pluie tombe sur le port');
    await page.getByRole('button', { name: 'Créer et continuer' }).click();
    await page.getByText('Que faut-il importer d’abord').waitFor();
    await page.getByRole('link', { name: 'Premiers pas : 0 sur 7' }).click();
    await page.getByRole('heading', { name: 'Importer vos écritures' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await picture(page, 'first-steps');
    await page.getByRole('link', { name: 'Importer', exact: true }).click();
  });

  test('a file that is no import is named; the books’ bad line is said, kept aside as a file, and the rest goes in', async () => {
    const fec = withBadLine(inventedFec(today));
    await page.setInputFiles('input[type=file]', [file('facture.pdf', '%PDF'), file(fec.name, fec.text)]);
    await page.getByText('facture.pdf – un PDF ne contient pas').waitFor();
    await page.getByText('Reconnu : FEC').waitFor();
    await page.getByText('1 ligne ne peut pas être lue').first().waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Télécharger les lignes en erreur (CSV)' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^erreurs-.*\.csv$/);
    await picture(page, 'first-dry-run');
    await page.getByRole('button', { name: 'Importer le reste' }).click();
    await page.getByRole('link', { name: 'Voir la balance âgée' }).click();
    await page.getByText('4\u202F800,00\u00A0€').first().waitFor();
  });

  test('the customers’ table brings their addresses and segments', async () => {
    await page.goto(`${server.url}/imports`);
    await page.setInputFiles('input[type=file]', [file('clients.csv', CUSTOMERS)]);
    await page.getByRole('button', { name: 'Importer', exact: true }).click();
    await page.getByRole('link', { name: 'Choisir un scénario' }).waitFor();
    await page.getByRole('button', { name: /ce qui a changé avec .*FEC/ }).click();
    await page.getByRole('dialog').getByText('Nouvelles factures').waitFor();
    await page.getByRole('dialog').getByRole('link', { name: 'F-1001' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Colonnes retenues' }).waitFor();
    await page.getByRole('link', { name: 'Choisir un scénario' }).click();
  });

  test('a ladder is chosen, recommended on the figures, and leads to what would leave', async () => {
    await page.getByText('Recommandé car').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await picture(page, 'first-scenario');
    await page.getByRole('radio', { name: 'Standard' }).click();
    await page.getByRole('button', { name: 'Choisir et voir ce qui partirait aujourd’hui' }).click();
    await page.getByRole('row', { name: /Valmorin/ }).waitFor();
    await page.getByRole('row', { name: /Loriette/ }).waitFor();
  });

  test('the mail server is tried, saved, and a test comes to oneself alone', async () => {
    await page.goto(`${server.url}/settings/channels`);
    await page.getByText('Aucun serveur d’envoi').waitFor();
    await page.getByRole('textbox', { name: 'Serveur' }).fill('127.0.0.1');
    await page.getByRole('combobox', { name: 'Chiffrement' }).click();
    await page.getByRole('option', { name: 'aucun' }).click();
    await page.getByLabel('Port').fill('1');
    await page.getByLabel('Adresse d’expéditeur').fill('relances@essais.example');
    await page.getByRole('button', { name: 'Tester la connexion' }).click();
    await page.getByText('Le serveur refuse la connexion').waitFor();
    await page.getByLabel('Port').fill(String(mailbox.port));
    await page.getByRole('button', { name: 'Tester la connexion' }).click();
    await page.getByText('La connexion fonctionne').waitFor();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    const toast = page.locator('.mantine-Notification-root', { hasText: 'Serveur d’envoi enregistré' });
    const send = page.getByRole('button', { name: 'M’envoyer un message de test' });
    await toast.hover();
    expect(await areApart(toast, send)).toBe(true);
    await send.click();
    await page.getByText('Envoyé à camille@essais.example').waitFor();
    expect(mailbox.recipients).toEqual(['camille@essais.example']);
    expect(await seriousFaults(page)).toEqual([]);
    await picture(page, 'first-channels');
  });

  test('one segment goes live on what would leave, and only its message arrives', async () => {
    await page.getByRole('button', { name: 'Passer en réel : PME' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('1 message partirait').waitFor();
    await dialog.getByText('Ateliers Valmorin').waitFor();
    await picture(page, 'first-go-live');
    await dialog.getByRole('button', { name: 'Passer en réel' }).click();
    await page.getByText('Le mode réel est actif pour certains segments').waitFor();
    await page.goto(`${server.url}/today`);
    for (const name of [/Valmorin/, /Loriette/]) {
      const row = page.getByRole('row', { name });
      await row.waitFor();
      await row.focus();
      await page.keyboard.press(' ');
    }
    await page.keyboard.press('a');
    await page.getByRole('row', { name: /Valmorin/ }).waitFor({ state: 'detached' });
    await page.getByText('Mode test, sauf pour : PME').waitFor();
    await expect.poll(() => mailbox.recipients.length, { timeout: 60_000, interval: 500 }).toBe(2);
    await page.waitForTimeout(4_000);
    expect(mailbox.recipients).toEqual(['camille@essais.example', 'compta@valmorin.example']);
    expect(mailbox.texts[1]).toContain('F-1001');
    await page.goto(`${server.url}/start`);
    await page.getByText('Passer en réel pour tous').waitFor();
    await picture(page, 'first-steps-done');
  });

  test('the page never complained', () => expect(heard).toEqual([]));
});
