// The main job from an empty house: set-up, the FEC, the customers' table, the aged balance, the approval, the outbox. In both languages.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localToday } from '../src/receivables/days-late.ts';
import {
  complaints,
  hasBrowser,
  inventedCustomers,
  inventedFec,
  type JourneyServer,
  openBrowser,
  picture,
  startJourneyServer,
} from './house/index.ts';

const WORDS = {
  fr: {
    locale: 'fr-FR',
    company: 'Nom de la société',
    name: 'Votre nom',
    email: 'Adresse e-mail',
    password: 'Mot de passe',
    create: 'Créer et continuer',
    recognised: 'Reconnu : FEC',
    import: 'Importer',
    rest: 'Importer le reste',
    aged: 'Voir la balance âgée',
    today: 'Aujourd’hui',
    bad: '1 ligne ne peut pas être lue',
    agrees: 'égale au centime',
    total: '4\u202F800,00\u00A0€',
    approve: 'Approuver',
    chosen: '1 relance choisie',
    approved: '1 relance approuvée.',
    outbox: 'Envois',
    empty: 'Que faut-il importer d’abord',
    test: 'Mode test : rien ne part',
  },
  en: {
    locale: 'en-GB',
    company: 'Company name',
    name: 'Your name',
    email: 'E-mail address',
    password: 'Password',
    create: 'Create and go on',
    recognised: 'Recognised: FEC',
    import: 'Import',
    rest: 'Import the rest',
    aged: 'See the aged balance',
    today: 'Today',
    bad: '1 row cannot be read',
    agrees: 'Equal to the 411 account',
    total: '€4,800.00',
    approve: 'Approve',
    chosen: '1 reminder chosen',
    approved: '1 reminder approved.',
    outbox: 'Outbox',
    empty: 'What should come first',
    test: 'Test mode: nothing leaves',
  },
} as const;

const drop = (page: Page, name: string, text: string) =>
  page.setInputFiles('input[type=file]', { name, mimeType: 'text/plain', buffer: Buffer.from(text, 'utf8') });

describe.skipIf(!hasBrowser).each(['fr', 'en'] as const)('in %s', (language) => {
  const say = WORDS[language];
  let server: JourneyServer;
  let browser: Browser;
  let page: Page;
  let heard: string[];

  beforeAll(async () => {
    server = await startJourneyServer();
    browser = await openBrowser();
    const context = await browser.newContext({ locale: say.locale, viewport: { width: 1440, height: 900 } });
    page = await context.newPage();
    heard = complaints(page);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('a newcomer sets the house up and is led to the import', async () => {
    await page.goto(server.url);
    await page.getByLabel(say.company).fill('Comptoir des Essais');
    await page.getByLabel(say.name).fill('Camille Durand');
    await page.getByLabel(say.email).fill('camille@essais.example');
    await page.getByRole('textbox', { name: say.password }).fill('la pluie tombe sur le port');
    await picture(page, `${language}-set-up`);
    await page.getByRole('button', { name: say.create }).click();
    await page.getByText(say.empty).waitFor();
    await page.getByText(say.test).first().waitFor();
  });

  test('the FEC is recognised, tried dry, imported; the aged balance ties to it', async () => {
    const fec = inventedFec(localToday());
    await drop(page, fec.name, fec.text);
    await page.getByText(say.recognised).waitFor();
    await page.getByRole('button', { name: say.import, exact: true }).click();
    await page.getByRole('link', { name: say.aged }).click();
    await page.getByText(say.total).first().waitFor();
    await page.getByText(say.agrees).waitFor();
    await picture(page, `${language}-aged-balance`);
  });

  test('the customers’ table is understood, its bad row is named and the rest goes in', async () => {
    await page.goto(`${server.url}/imports`);
    await drop(page, 'clients.csv', inventedCustomers());
    await page.getByText(say.bad).first().waitFor();
    await picture(page, `${language}-dry-run`);
    await page.getByRole('button', { name: say.rest }).click();
    await page.getByRole('link', { name: say.aged }).waitFor();
  });

  test('a reminder is approved with the keyboard alone and stands in the test outbox', async () => {
    await page.goto(`${server.url}/today`);
    const row = page.getByRole('row', { name: /Valmorin/ });
    await row.waitFor();
    await picture(page, `${language}-today`);
    await row.focus();
    await page.keyboard.press(' ');
    await page.getByText(say.chosen).waitFor();
    await page.keyboard.press('a');
    await page.getByText(say.approved).waitFor();
    await page.getByRole('link', { name: say.outbox, exact: true }).click();
    await page.getByRole('row', { name: /Valmorin/ }).waitFor();
    await page.getByRole('row', { name: /Valmorin/ }).click();
    await page.getByRole('dialog').getByText('F-1001').first().waitFor();
    await picture(page, `${language}-outbox`);
  });

  test('the page never complained', () => expect(heard).toEqual([]));
});
