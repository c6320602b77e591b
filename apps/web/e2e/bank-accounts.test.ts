// One bank account, several files: a table without account, its statement, the question asked once there are two, the two made one, and a file withdrawn.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousFaults } from './house/axe.ts';
import {
  complaints,
  goTo,
  hasBrowser,
  type JourneyServer,
  openBrowser,
  pressEnter,
  startJourneyServer,
} from './house/index.ts';

const file = (name: string, lines: readonly string[]) => ({
  ...{ name, mimeType: 'text/plain', buffer: Buffer.from(`${lines.join('\r\n')}\r\n`, 'utf8') },
});
const csv = (name: string, ...rows: string[]) => file(name, ['booked_on;amount;label', ...rows]);

const FIRST = csv('debut.csv', '2026-06-02;1200.00;VIR ALPHA', '2026-06-03;500.00;VIR BRAVO');
// 1 000,00 + 333,00 + 500,00 = 1 833,00
const STATEMENT = file('suite.sta', [
  ':20:A',
  ':25:FR7630006000011234567890189',
  ':28C:1/1',
  ':60F:C260609EUR1000,00',
  ':61:2606100610C333,00NTRFNONREF',
  ':86:VIR CHARLY',
  ':61:2606120612C500,00NTRFNONREF',
  ':86:VIR DELTA',
  ':62F:C260612EUR1833,00',
  '-',
]);
// The 12th is told by the statement too, in other words.
const AGAIN = csv('doute.csv', '2026-06-12;500.00;REMISE DU 12');

describe.skipIf(!hasBrowser)('a bank account told by several files', () => {
  let server: JourneyServer;
  let browser: Browser;
  let page: Page;
  let heard: string[];

  beforeAll(async () => {
    server = await startJourneyServer();
    browser = await openBrowser();
    page = await (await browser.newContext({ locale: 'fr-FR', viewport: { width: 1400, height: 950 } })).newPage();
    page.setDefaultTimeout(30_000);
    heard = complaints(page);
    await page.goto(server.url);
    await page.getByLabel('Nom de la société').fill('Comptoir des Comptes');
    await page.getByLabel('Votre nom').fill('Camille Durand');
    await page.getByLabel('Adresse e-mail').fill('camille@comptes.example');
    await page.getByRole('textbox', { name: 'Mot de passe' }).fill('la pluie tombe sur le port');
    await page.getByRole('button', { name: 'Créer et continuer' }).click();
    await page.getByText('Que faut-il importer d’abord').waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const send = async (sent: ReturnType<typeof file>) => {
    await page.goto(`${server.url}/imports`);
    await page.setInputFiles('input[type=file]', [sent]);
    await page.getByRole('heading', { name: sent.name }).waitFor();
  };
  const bringIn = async () => {
    await page.getByRole('button', { name: 'Importer', exact: true }).click();
    await page.getByRole('button', { name: 'Importer', exact: true }).waitFor({ state: 'detached' });
  };

  test('a first table opens an account without an IBAN; a statement of other days stands beside it', async () => {
    await send(FIRST);
    await bringIn();
    await send(STATEMENT);
    await page.getByText('Si le compte sans IBAN est le même').first().waitFor();
    await bringIn();
  });

  test('a table asks which account it is of, once there are two', async () => {
    await send(AGAIN);
    await page.getByText('Dites d’abord de quel compte').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('combobox', { name: /De quel compte/ }).click();
    await page.getByRole('option', { name: /Compte sans IBAN/ }).click();
    await bringIn();
  });

  test('the two are found to be one: what both tell is shown, and counts once', async () => {
    await page.goto(`${server.url}/cash?tab=statements`);
    await page.getByRole('button', { name: 'Rattacher le compte Compte sans IBAN' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('1 mouvement est dans les deux comptes').waitFor();
    await dialog.getByText('REMISE DU 12').waitFor();
    await dialog.getByText('VIR DELTA').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Réunir les deux comptes' }).click();
    await page.getByText('Les deux comptes n’en font plus qu’un').waitFor();
    await page.getByRole('button', { name: /^Rattacher/ }).waitFor({ state: 'detached' });
    await page.goto(`${server.url}/cash?tab=aside`);
    await page.getByText('Déjà compté sur le même compte').waitFor();
    expect(await page.getByRole('button', { name: 'Reprendre' }).count()).toBe(0);
  });

  test('a statement brought in by mistake is withdrawn once what follows was shown, and put back', async () => {
    const statements = async () => {
      await goTo(page, `${server.url}/cash?tab=statements`);
      return page.getByRole('row').filter({ hasText: 'suite.sta' });
    };
    await (await statements()).getByRole('link', { name: 'suite.sta' }).click();
    await pressEnter(page.getByRole('button', { name: 'Retirer ce fichier' }));
    const dialog = page.getByRole('dialog').last();
    // Of 10 June nobody else tells; the table told the 12th too.
    await dialog.getByText('1 mouvement ne comptera plus. 1 reste, car un autre relevé le dit aussi.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByLabel('Motif').fill('<b>mauvaise</b> société');
    await pressEnter(dialog.getByRole('button', { name: 'Retirer ce fichier' }));
    await page.getByText('Fichier retiré.').waitFor();
    await (await statements()).getByText('Retiré', { exact: true }).waitFor();
    await goTo(page, `${server.url}/cash?tab=aside`);
    await page.getByText('Fichier retiré').filter({ hasText: '<b>mauvaise</b> société' }).waitFor();
    expect(await page.getByRole('button', { name: 'Reprendre' }).count()).toBe(0);
    await (await statements()).getByRole('link', { name: 'suite.sta' }).click();
    await page.getByText('par Camille Durand').last().waitFor();
    await pressEnter(page.getByRole('button', { name: 'Remettre ce fichier' }));
    await page.getByText('ses mouvements comptent de nouveau').waitFor();
    await (await statements()).getByText('Solde juste').waitFor();
    expect(heard).toEqual([]);
  });
});
