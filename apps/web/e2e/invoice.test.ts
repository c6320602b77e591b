// One invoice in French: found by the end of its number, opened with the keyboard, read why it is chased or not.
import type { APIRequestContext, Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, type JourneyServer, openBrowser, picture, startJourneyServer } from './house/index.ts';

const USER = { name: 'Camille Durand', email: 'camille@essais.example', password: 'la pluie tombe sur le port' };
const DESK = { width: 1440, height: 1000 };

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
    context = await browser.newContext({ locale: 'fr-FR', viewport: DESK, bypassCSP: true });
    const headers = { 'x-quittance': '1', origin: server.url };
    const data = { company: { name: 'Comptoir des Essais' }, user: USER };
    expect((await context.request.post(`${server.url}/api/v1/setup`, { headers, data })).status()).toBe(201);
    const { email, password } = USER;
    await context.request.post(`${server.url}/api/auth/sign-in`, { headers, data: { email, password } });
    await bringIn(context.request, server.url);
    page = await context.newPage();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('is found by the end of its number and opened with the keyboard', async () => {
    await page.goto(`${server.url}/invoices`);
    await page.getByPlaceholder('N° de facture, client').fill('0041');
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
    await picture(page, 'invoice-why-fr');
  });
});
