// One invoice from end to end, in French: found by the end of its number, read why, held and released, due later, an allocation undone and
// applied again, interest checked against arithmetic by hand, its PDF; without serious faults in either theme, and on a phone.
import type { APIRequestContext, Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsInBothThemes, NO_FAULTS } from './house/axe.ts';
import { hasBrowser, type JourneyServer, openBrowser, picture, settled, startJourneyServer } from './house/index.ts';

const USER = { name: 'Camille Durand', email: 'camille@essais.example', password: 'la pluie tombe sur le port' };
const DESK = { width: 1440, height: 1000 };
const PHONE = { width: 390, height: 844 };

const TABLES = {
  customers: ['customer_ref;name;email', 'C1;Menuiserie Delorme;compta@delorme.example'],
  invoices: [
    'customer_ref;invoice_number;document_type;issue_date;due_date;amount_gross',
    'C1;FA-2026-0041;invoice;2026-01-05;2026-02-04;1200,00',
    'C1;FA-2025-0009;invoice;2025-11-01;2025-12-01;500,00',
  ],
  payments: [
    'customer_ref;paid_on;amount;method;reference;invoice_numbers',
    'C1;2025-12-01;500,00;virement;VIR1;FA-2025-0009',
  ],
};

async function bringIn(api: APIRequestContext, url: string): Promise<void> {
  const headers = { 'x-quittance': '1', origin: url };
  for (const [kind, lines] of Object.entries(TABLES)) {
    const file = { name: `${kind}.csv`, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) };
    const sent = await api.post(`${url}/api/v1/imports/uploads`, { headers, multipart: { file } });
    const data = { uploadId: (await sent.json()).uploadId, kind: `csv-${kind}` };
    const { jobId } = await (await api.post(`${url}/api/v1/imports`, { headers, data })).json();
    for (let state = ''; state !== 'done'; await new Promise((resolve) => setTimeout(resolve, 200))) {
      ({ state } = await (await api.get(`${url}/api/v1/imports/jobs/${jobId}`, { headers })).json());
      if (state === 'failed') throw new Error(`${kind} could not be imported`);
    }
  }
}

describe.skipIf(!hasBrowser)('an invoice', () => {
  let server: JourneyServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    server = await startJourneyServer();
    browser = await openBrowser();
    context = await browser.newContext({ locale: 'fr-FR', viewport: DESK });
    const headers = { 'x-quittance': '1', origin: server.url };
    const data = { company: { name: 'Comptoir des Essais' }, user: USER };
    expect((await context.request.post(`${server.url}/api/v1/setup`, { headers, data })).status()).toBe(201);
    const { email, password } = USER;
    await context.request.post(`${server.url}/api/auth/sign-in`, { headers, data: { email, password } });
    await bringIn(context.request, server.url);
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const section = (name: string) =>
    page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) });

  test('is found by the end of its number and opened with the keyboard', async () => {
    await page.goto(`${server.url}/invoices`);
    await page.getByPlaceholder('N° de facture, client').fill('0041');
    await page.waitForURL(/search=0041/);
    await settled(page);
    const row = page.getByRole('row', { name: /FA-2026-0041/ });
    await row.waitFor();
    await page.getByText(/Sur ces factures/).waitFor();
    await picture(page, 'invoices-fr');
    await row.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /FA-2026-0041/ }).waitFor();
    await page.getByText(/En retard de \d+ jours.: 1.200,00.€ à payer depuis le 04\/02\/2026/).waitFor();
  });

  test('says why it is chased or not, by which rule, and what would change it', async () => {
    const why = page.getByRole('region', { name: /Pourquoi .*relancée/ });
    await why.getByText('Ce qui changerait la réponse').waitFor();
    await why.getByRole('button', { name: /^Règle R\d+$/ }).click();
    await page.getByText('Les règles des relances').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Les règles des relances').waitFor({ state: 'hidden' });
    await picture(page, 'invoice-why-fr');
  });

  test('is held from the keyboard with an end, and released', async () => {
    const dialog = page.getByRole('dialog', { name: /Suspendre/ });
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('s');
    await dialog.getByLabel('Suspendre jusqu’au').fill('31/12/2099');
    await dialog.getByLabel('Note').fill('accord verbal');
    await dialog.getByRole('button', { name: 'Suspendre les relances' }).click();
    await page.getByText('Une personne a suspendu les relances', { exact: false }).first().waitFor();
    await page
      .getByText(/31\/12\/2099/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Lever' }).click();
    await page.getByText('Suspension levée.').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Lever' }).count()).toBe(0);
  });

  test('counts its interest to a day as one does by hand', async () => {
    // 1 200,00 € from 5 February to 31 March 2026, 55 days at 2,15 + 10 = 12,15 %: 1 200 × 0,1215 × 55 / 365 = 21,97 €; + 40 €.
    await page.getByLabel('Calculées au').fill('31/03/2026');
    await page.keyboard.press('Tab');
    const interest = section('Pénalités de retard');
    await interest.getByText(/21,97.€ de pénalités, 61,97.€ avec l’indemnité forfaitaire/).waitFor();
    await interest
      .getByText(/décision de la BCE du 11\/06\/2025/)
      .first()
      .waitFor();
    await interest.getByRole('row', { name: /05\/02\/2026 – 31\/03\/2026.*55.*12,15/ }).waitFor();
  });

  test('gets a later due date with its reason, after the legal maximum was said', async () => {
    await page.getByRole('button', { name: 'Changer l’échéance du 04/02/2026' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nouvelle échéance').last().fill('31/03/2026');
    await dialog.getByLabel(/^Motif/).fill('accord du gérant');
    // 60 days from 5 January: 6 March; 31 March is 25 days beyond.
    await dialog.getByText(/Le délai légal est de 60 jours, soit le 06\/03\/2026 .* dépasse de 25 jours/).waitFor();
    await picture(page, 'invoice-due-date-fr');
    await dialog.getByRole('button', { name: 'Enregistrer l’échéance' }).click();
    await page.getByText('Échéances modifiées').waitFor();
    await page.getByText(/du 04\/02\/2026 au 31\/03\/2026, par Camille Durand/).waitFor();
  });

  test('takes a PDF by choosing it, and gives it up with a way back', async () => {
    const pdf = { name: 'FA-2026-0041.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 essai') };
    await section('Facture en PDF').locator('input[type=file]').setInputFiles(pdf);
    await page.getByText(/^FA-2026-0041\.pdf \(/).waitFor();
    await page.getByRole('button', { name: 'Retirer' }).click();
    // The way back stays as long as the pointer is on it.
    const wayBack = page.getByRole('alert').filter({ hasText: 'PDF retiré.' });
    await wayBack.hover();
    await page.getByText('Aucun PDF.', { exact: false }).waitFor();
    await wayBack.getByRole('button', { name: 'Annuler' }).click();
    await page.getByText(/^FA-2026-0041\.pdf \(/).waitFor();
  });

  test('has no serious fault in either theme, and fits a phone', async () => {
    const faults = await faultsInBothThemes(page, (theme) => picture(page, `invoice-${theme}-fr`));
    expect(faults).toEqual(NO_FAULTS);
    await page.setViewportSize(PHONE);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    await picture(page, 'invoice-phone-fr');
    await page.setViewportSize(DESK);
  });

  test('opens again when what paid it is undone, is chased again, and is settled by applying it elsewhere or again', async () => {
    await page.goto(`${server.url}/invoices?status=paid`);
    await page.getByRole('link', { name: 'FA-2025-0009' }).click();
    await page.getByText('Réglée en totalité.').waitFor();
    await section('Ce qui l’a réglée').getByRole('button', { name: 'Annuler' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/500,00.€ redeviennent disponibles et le reste dû passe à 500,00.€/).waitFor();
    await dialog.getByLabel('Motif').fill('mauvaise facture');
    await dialog.getByRole('button', { name: 'Annuler l’affectation' }).click();
    await page.getByText(/En retard de \d+ jours.: 500,00.€ à payer/).waitFor();
    await page
      .getByRole('region', { name: /Pourquoi/ })
      .getByText('Ce qui changerait la réponse')
      .waitFor();
    await page.getByText('mauvaise facture').first().waitFor();
    await page.getByRole('button', { name: 'Affecter un encaissement ou un avoir' }).click();
    const apply = page.getByRole('dialog');
    await apply.getByText(/VIR1 du 01\/12\/2025, 500,00.€ disponibles/).waitFor();
    await apply.getByText(/500,00.€ affectés, 0,00.€ resteront disponibles/).waitFor();
    await picture(page, 'invoice-apply-fr');
    await apply.getByRole('button', { name: 'Affecter', exact: true }).click();
    await page.getByText('Réglée en totalité.').waitFor();
  });
});
