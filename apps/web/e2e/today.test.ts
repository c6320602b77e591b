// A morning in Aujourd'hui, in French and by keyboard: thirty reminders approved, one edited for this once, a skip taken back, three held,
// four letters printed, posted and proved; then what that left on a phone and under axe.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsInBothThemes, NO_FAULTS } from './house/axe.ts';
import {
  complaints,
  type DemoServer,
  goTo,
  hasBrowser,
  openBrowser,
  picture,
  pressEnter,
  settled,
  startDemoServer,
} from './house/index.ts';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 1000 };
const DAY_MS = 86_400_000;
const MONDAY = 1;
const MANY = 30;
/** A loaded machine takes its time. */
const PATIENT = { timeout: 60_000 };

/** The next Monday at ten in Paris' winter, nine in UTC: a worked hour, in most weeks a worked day. */
function nextMonday(): number {
  const at = new Date();
  at.setUTCHours(9, 0, 0, 0);
  do at.setTime(at.getTime() + DAY_MS);
  while (at.getUTCDay() !== MONDAY);
  return at.getTime();
}

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

describe.skipIf(!hasBrowser)('a morning', () => {
  let server: DemoServer;
  let browser: Browser;
  let page: Page;
  let heard: string[];
  const monday = nextMonday();

  const go = (path: string) => goTo(page, server.url + path);
  const rows = () => page.locator('tbody tr[tabindex]');
  const count = async () => Number(/\d+/.exec((await page.getByRole('tab').first().textContent()) ?? '')?.[0]);

  /** Space on the row in hand, then down: the next row takes the keyboard with the next picture drawn. */
  const chooseAndGoOn = async (at: number) => {
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(
      (index) => document.activeElement === document.querySelectorAll('tbody tr[tabindex]')[index],
      at + 1,
    );
  };

  beforeAll(async () => {
    server = await startDemoServer({ shiftMs: monday - Date.now() });
    browser = await openBrowser();
    const context = await browser.newContext({ viewport: DESK, storageState: server.state, locale: 'fr-FR' });
    await context.clock.setSystemTime(monday);
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
    heard = complaints(page);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('the work is in sight: eight rows and their tied total on a desk, the first of them on a phone', async () => {
    await page.setViewportSize({ width: 1400, height: 900 });
    await go('/today');
    await rows().first().waitFor();
    const desk = await page.evaluate(() => {
      const foot = document.querySelector('tfoot tr')?.getBoundingClientRect().top ?? 0;
      const all = [...document.querySelectorAll('tbody tr[tabindex]')].map((row) => row.getBoundingClientRect());
      const amounts = ['.q-figures .q-amount', 'tfoot .q-amount'].map((at) => document.querySelector(at)?.textContent);
      return { inSight: all.filter(({ top, bottom }) => top > 0 && bottom <= foot).length, amounts };
    });
    expect(desk.inSight).toBeGreaterThanOrEqual(8);
    expect(desk.amounts[0]).toBe(desk.amounts[1]);
    await page.setViewportSize(PHONE);
    expect((await rows().first().boundingBox())?.y).toBeLessThan(PHONE.height - 100);
    await picture(page, 'today-phone');
    await page.setViewportSize(DESK);
  });

  test('a skipped step is taken back from its toast', async () => {
    await go('/today');
    const before = await count();
    expect(before).toBeGreaterThan(MANY);
    await rows().first().focus();
    await page.keyboard.press('s');
    await page.getByRole('dialog').waitFor();
    await settled(page);
    await page.keyboard.press('Enter');
    await page.getByText('1 étape passée.').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('Annulé').first().waitFor();
    await expect.poll(count, PATIENT).toBe(before);
  });

  test('one message is edited for this once; hostile text stays text', async () => {
    const row = page.locator('tbody tr[tabindex]', { hasText: '@' }).last();
    await settled(page);
    await row.focus();
    await page.keyboard.press('Enter');
    await pressEnter(page.getByRole('button', { name: 'Modifier pour cette fois' }));
    const body = page.getByRole('textbox', { name: 'Texte' });
    await body.fill(`<b>Bonjour</b> {{ to_pay }}\n\n${await body.inputValue()}`);
    await pressEnter(page.getByRole('button', { name: 'Garder pour cette fois' }));
    await page.getByText('Texte gardé pour cette fois.').waitFor();
    await page.getByText('Texte modifié par Camille Durand').waitFor();
    const mail = await page.locator('iframe.q-mail').getAttribute('srcdoc');
    expect(mail).toContain('&lt;b&gt;Bonjour&lt;/b&gt; {{ to_pay }}');
    await picture(page, 'today-edited');
    await page.keyboard.press('Escape');
    await page.getByText('Texte modifié', { exact: true }).first().waitFor();
  });

  test('thirty reminders are approved by keyboard alone', async () => {
    await go('/today');
    const before = await count();
    await rows().first().focus();
    for (let n = 0; n < MANY; n += 1) {
      await chooseAndGoOn(n);
    }
    await page.getByText(`${MANY} relances choisies`).waitFor();
    await picture(page, 'today-chosen');
    await page.keyboard.press('a');
    await page.getByText(`${MANY} relances approuvées.`).waitFor();
    await expect.poll(count, PATIENT).toBe(before - MANY);
  });

  test('three are held with a reason, and released from the other half of the day', async () => {
    await go('/today');
    await rows().first().focus();
    for (let n = 0; n < 3; n += 1) {
      await chooseAndGoOn(n);
    }
    await page.keyboard.press('h');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Note (facultatif)').fill('Accord de la direction');
    await pressEnter(dialog.getByRole('button', { name: 'Retenir', exact: true }));
    await page.getByText('3 relances retenues.').waitFor();
    await go('/today?tab=holds&reason=manual');
    await page.getByText('Accord de la direction').first().waitFor();
    await picture(page, 'today-holds');
    await pressEnter(page.getByRole('button', { name: 'Libérer' }).first());
    await page.getByText('Libérée : le plan la reprend.').waitFor();
  });

  test('four letters are printed, posted, and one is proved', async () => {
    const letters = page.getByRole('table', { name: 'Courriers à imprimer' });
    // All of them: the same number twice, so that none arrives while four are being chosen.
    let many = 0;
    await expect
      .poll(
        async () => {
          const before = many;
          await go('/outbox?tab=print');
          many = await letters.locator('tbody tr').count();
          return many >= 4 && many === before;
        },
        { timeout: 90_000, interval: 2_000 },
      )
      .toBe(true);
    const boxes = letters.locator('tbody input[type=checkbox]');
    for (let n = (await boxes.count()) - 1; n >= 4; n -= 1) await boxes.nth(n).press('Space');
    await picture(page, 'outbox-letters');
    await pressEnter(page.getByRole('button', { name: 'Préparer 4 courriers' }));
    const drawer = page.getByRole('dialog');
    await pressEnter(drawer.getByRole('button', { name: 'Remise à la poste' }));
    await drawer.getByText('Postés le').waitFor();
    await drawer.locator('input[type=file]').first().setInputFiles({
      name: 'recepisse.png',
      mimeType: 'image/png',
      buffer: PNG,
    });
    await page.getByText('Preuve gardée avec le courrier.').waitFor();
    await picture(page, 'outbox-batch');
    await pressEnter(drawer.getByRole('button', { name: 'Annuler la remise' }));
    await drawer.getByRole('button', { name: 'Remise à la poste' }).waitFor();
  });

  // The journey's own looks into a sealed frame are refused there, as anybody's are.
  test('nothing went wrong on the way', () =>
    expect(heard.filter((each) => !each.includes('about:srcdoc'))).toEqual([]));

  test('what the morning left fits a phone and has no serious fault in either theme', async () => {
    await page.setViewportSize(PHONE);
    for (const path of ['/today', '/today?tab=holds', '/outbox?tab=print']) {
      await go(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
      expect([path, await faultsInBothThemes(page)]).toEqual([path, NO_FAULTS]);
    }
  });
});
