// A ladder and a text from end to end, in French: copied, moved, seen on a real invoice, compared, saved, simulated; a text broken,
// mended, seen in both languages and sent to oneself. Names that look like markup stay text.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsInBothThemes, NO_FAULTS } from './house/axe.ts';
import {
  complaints,
  DEMO_USER,
  type DemoServer,
  goTo,
  hasBrowser,
  type Mailbox,
  openBrowser,
  openMailbox,
  picture,
  startDemoServer,
} from './house/index.ts';

/** "JJ/MM/AAAA" as a day of UTC, in milliseconds. */
const daysOf = (text: string): number => {
  const [day = 0, month = 0, year = 0] = text.split('/').map(Number);
  return Date.UTC(year, month - 1, day) / 86_400_000;
};

describe.skipIf(!hasBrowser)('how the company chases', () => {
  let server: DemoServer;
  let mailbox: Mailbox;
  let browser: Browser;
  let page: Page;
  let heard: string[];

  beforeAll(async () => {
    mailbox = await openMailbox();
    server = await startDemoServer({ env: { QUITTANCE_SMTP_URL: `smtp://127.0.0.1:${mailbox.port}` } });
    browser = await openBrowser();
    const context = await browser.newContext({
      locale: 'fr-FR',
      viewport: { width: 1400, height: 1000 },
      storageState: server.state,
    });
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
    heard = complaints(page);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await mailbox?.close();
  });

  test('a ladder is copied under a name that looks like markup', async () => {
    await page.goto(`${server.url}/scenarios`);
    await page.getByRole('button', { name: 'Nouveau scénario' }).click();
    await page.getByRole('dialog').getByLabel('Nom').fill('Essai <img src=x onerror=alert(1)>');
    await page.getByRole('button', { name: 'Créer', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Essai <img src=x onerror=alert(1)>' }).waitFor();
    expect(await page.locator('h1 img').count()).toBe(0);
  });

  test('a step of the standard ladder is moved, and the day is told on a real invoice', async () => {
    await page.goto(`${server.url}/scenarios/standard`);
    await page.getByRole('button', { name: /^2\. Relance courtoise/ }).click();
    await page.getByLabel('Délai (jours)').fill('10');
    const told = page.getByRole('region', { name: 'Sur de vraies factures' });
    const due = /(?:échue le|échéance du) (\d\d\/\d\d\/\d{4})/.exec(
      (await told.getByText(/recevrait/).textContent()) ?? '',
    );
    const dueOn = daysOf(due?.[1] ?? '');
    // ten days later, or a little more where that day is not worked
    await expect
      .poll(async () => {
        const line = (await told.getByText(/Relance courtoise/).textContent()) ?? '';
        return daysOf(/le (\d\d\/\d\d\/\d{4})/.exec(line)?.[1] ?? '') - dueOn;
      })
      .toSatisfy((after: number) => after >= 10 && after <= 14);
    await picture(page, 'scenario-edited');
  });

  test('what does not fit is said at once, and taken back', async () => {
    await page.getByLabel('Délai (jours)').fill('20');
    await page.getByText('Cette étape ne vient pas après la précédente').first().waitFor();
    expect(await page.getByRole('button', { name: 'Voir ce qui change…' }).isDisabled()).toBe(true);
    await page.getByLabel('Délai (jours)').fill('10');
    await expect.poll(() => page.getByRole('button', { name: 'Voir ce qui change…' }).isEnabled()).toBe(true);
  });

  test('a step is moved by the keyboard, and the change undone', async () => {
    const step = page.getByRole('button', { name: /^4\. Relance ferme \(Appel\)/ });
    await step.focus();
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByRole('button', { name: /^3\. Relance ferme \(Appel\)/ }).waitFor();
    await page.getByRole('button', { name: 'Annuler la dernière' }).click();
    await page.getByRole('button', { name: /^4\. Relance ferme \(Appel\)/ }).waitFor();
  });

  test('leaving asks first; staying keeps what was edited', async () => {
    await page.getByRole('link', { name: 'Tous les scénarios' }).click();
    await page.getByRole('dialog').getByText('Le brouillon reste sur cet appareil').waitFor();
    await page.getByRole('button', { name: 'Rester' }).click();
    await page.getByText('10 jours après l’échéance').first().waitFor();
  });

  test('the coming days are compared with the ladder in force', async () => {
    await page.getByRole('tab', { name: 'Simulation' }).click();
    await page.getByText(/La version en vigueur en ferait/).waitFor();
    await page.getByText('On suppose que personne ne paie', { exact: false }).waitFor();
    await page.getByRole('table', { name: 'Jour par jour' }).waitFor();
    await picture(page, 'scenario-simulation');
  });

  test('what changes is shown before the new version is saved', async () => {
    await page.getByRole('tab', { name: 'Échelle' }).click();
    await page.getByRole('button', { name: 'Voir ce qui change…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/Relance courtoise \(E-mail\) – Délai \(jours\)\s?: 7 → 10/).waitFor();
    await dialog.getByText(/La prochaine étape de .+ change/).waitFor();
    await picture(page, 'scenario-effect');
    await dialog.getByRole('button', { name: 'Enregistrer la version 2' }).click();
    await page.getByText('Version 2 enregistrée.').waitFor();
    await page.getByRole('tab', { name: 'Versions' }).click();
    await page.getByText('Version 2 · en vigueur').waitFor();
    await page.getByText(/7 → 10/).waitFor();
  });

  test('a text with a fault says its line and column, and what was probably meant', async () => {
    await page.goto(`${server.url}/templates/courteous/email/fr/business`);
    const body = page.getByRole('textbox', { name: 'Texte', exact: true });
    await body.fill('Bonjour,\n\nIl reste {{ to_pai }} à <b>régler</b>.');
    await page.getByText(/Ligne 3, colonne 13/).waitFor();
    expect(await page.locator('.q-code-line[data-fault]').count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Enregistrer', exact: true }).isDisabled()).toBe(true);
    await picture(page, 'template-fault');
    await page.getByRole('button', { name: 'to_pay', exact: true }).first().click();
    await page.getByText(/Ligne 3, colonne 13/).waitFor({ state: 'detached' });
    expect(await body.inputValue()).toContain('{{ to_pay }}');
  });

  test('it is seen in both languages, its markup as text', async () => {
    const ours = page.getByRole('region', { name: 'Ce texte (Français)' });
    const theirs = page.getByRole('region', { name: 'En vigueur (English)' });
    // the frame of a message runs no script, so it is read as text
    for (const side of [ours, theirs]) {
      await side.locator('iframe').waitFor();
      await side.getByText('Texte seul').click();
    }
    await ours.locator('pre').getByText('à <b>régler</b>').waitFor();
    await theirs
      .locator('pre')
      .getByText(/invoice/i)
      .first()
      .waitFor();
  });

  test('a test reaches oneself, marked, and the new version is saved', async () => {
    await page.getByRole('button', { name: 'M’envoyer un test' }).click();
    await page.getByText('Test envoyé à camille@essais.example.').waitFor();
    expect(mailbox.texts).toHaveLength(1);
    // the subject has an accent, so that it travels as an encoded word (RFC 2047)
    expect(mailbox.texts[0]).toMatch(/^Subject: =\?UTF-8\?Q\?=5BTEST=5D/im);
    expect(mailbox.recipients).toEqual([DEMO_USER.email]);
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.getByText('Version 1 enregistrée.').waitFor();
  });

  test('a formal notice that lost its words is warned about', async () => {
    await page.goto(`${server.url}/templates/formal/registered_letter/fr/business`);
    await page.getByRole('textbox', { name: 'Texte', exact: true }).fill('Merci de payer {{ to_pay }}.');
    await page.getByText('Le délai pour payer n’y est plus', { exact: false }).waitFor();
    await page.getByText('art. L. 441-10', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Abandonner' }).click();
  });

  test.each(['/scenarios', '/scenarios/standard'])(
    '%s has no serious fault in either theme afterwards',
    async (path) => {
      await goTo(page, server.url + path);
      expect(await faultsInBothThemes(page)).toEqual(NO_FAULTS);
    },
  );

  test('the page never complained', () => expect(heard).toEqual([]));
});
