// A morning in Encaissements, in French and by keyboard: a statement of sixty lines goes in, fifty are cleared one after another, the plan
// follows; by hand, set aside, undone, forgotten; then what it left under axe in both themes and on a phone.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsInBothThemes, NO_FAULTS } from './house/axe.ts';
import {
  complaints,
  type DemoServer,
  goTo,
  hasBrowser,
  inventedStatement,
  openBrowser,
  picture,
  pressEnter,
  pressOn,
  type Received,
  startDemoServer,
} from './house/index.ts';

const DESK = { width: 1440, height: 1000 };
const PHONE = { width: 390, height: 844 };
const MANY = 50;
const QUICK = 10;
const FEE_CENTS = 850;
const SMALLEST = 20_000;
const IBAN = 'FR7699999000010000027182813';
/** A loaded machine takes its time. */
const PATIENT = { timeout: 60_000 };

type Invoice = {
  number: string;
  customerId: number;
  customerName: string;
  grossCents: number;
  openCents: number;
  issuedOn: string;
};
type Line = {
  transactionId: number;
  label: string;
  proposal: { rivals: number; best: { customers: { customerId: number }[] } | null } | null;
  decided: { undone: unknown }[];
};

// Names nobody bears, each its own word.
const HEADS = ['Bel', 'Cor', 'Dru', 'Fal', 'Gor', 'Jas', 'Kel', 'Mor'];
const TAILS = ['vandel', 'brisac', 'tarmont', 'quenoy', 'lavière', 'pontrel', 'dancourt'];
const payerAt = (n: number): string => `${HEADS[n % HEADS.length]}${TAILS[Math.floor(n / HEADS.length)]}`.toUpperCase();

describe.skipIf(!hasBrowser)('a morning at the bank', () => {
  let server: DemoServer;
  let browser: Browser;
  let page: Page;
  let heard: string[];
  /** Open invoices: nobody else owes the amount, and no money that waits names their customer. */
  let free: Invoice[];
  let chased: Invoice;

  const go = (path: string) => goTo(page, server.url + path);
  const read = async <T>(path: string): Promise<T> => {
    const answer = await page.request.get(`${server.url}/api/v1/${path}`);
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const linesOf = async (search: string, state: 'waiting' | 'applied' | 'set_aside') =>
    (await read<{ items: Line[]; total: number }>(`matching/lines?size=200&state=${state}&search=${search}`)).items;
  const actionsOf = async (name: string) =>
    (await read<{ total: number }>(`reminders/actions?search=${encodeURIComponent(name)}`)).total;
  const rows = () => page.locator('tbody tr[tabindex]');
  const row = (text: string) => page.locator('tbody tr[tabindex]', { hasText: text });
  const inHand = () => page.evaluate(() => document.activeElement?.closest('tr[tabindex]')?.textContent ?? null);
  const count = async () => Number(/\d+/.exec((await page.getByRole('tab').first().textContent()) ?? '')?.[0]);
  const press = (key: string) => page.keyboard.press(key);
  /** The row leaves and another has the keyboard. */
  const leaves = async (text: string) => {
    await row(text).waitFor({ state: 'detached' });
    await expect.poll(inHand, PATIENT).not.toBeNull();
  };

  const choose = async () => {
    const waiting = await read<{ items: Line[] }>('matching/lines?size=200');
    const named = new Set(
      waiting.items.flatMap(({ proposal }) => proposal?.best?.customers.map(({ customerId }) => customerId) ?? []),
    );
    const { items } = await read<{ items: Invoice[] }>('invoices?open=true&size=500');
    const owing = new Map<number, number>();
    for (const { openCents } of items) owing.set(openCents, (owing.get(openCents) ?? 0) + 1);
    free = items.filter(
      ({ customerId, openCents, grossCents }) =>
        openCents === grossCents && openCents > SMALLEST && owing.get(openCents) === 1 && !named.has(customerId),
    );
    const alone = free.filter(({ customerId }) => items.filter((one) => one.customerId === customerId).length === 1);
    for (const one of alone)
      if ((await actionsOf(one.customerName)) === 1) {
        chased = one;
        return;
      }
    throw new Error('nobody with one open invoice would be chased');
  };

  beforeAll(async () => {
    server = await startDemoServer();
    browser = await openBrowser();
    const context = await browser.newContext({ viewport: DESK, storageState: server.state, locale: 'fr-FR' });
    page = await context.newPage();
    page.setDefaultTimeout(PATIENT.timeout);
    heard = complaints(page);
    await choose();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('a statement goes in by its screen; every line waits with its explanation, and who paid is not chased', async () => {
    const others = free.filter((one) => one !== chased);
    const on = new Date().toISOString().slice(0, 10);
    const line = (text: string, cents: number, n: number): Received => ({
      on,
      cents,
      payer: payerAt(n),
      text: `VIREMENT ${text}`,
    });
    const [one, two] = [others[MANY]!, others[MANY + 1]!];
    const received = [
      ...others.slice(0, MANY).map(({ openCents }, n) => line('LOTUN', openCents, n)),
      line('LOTDEUX', one.openCents + two.openCents - FEE_CENTS, MANY),
      line('LOTTROIS', chased.openCents, MANY + 1),
    ];
    expect(received).toHaveLength(MANY + 2);
    expect(await actionsOf(chased.customerName)).toBe(1);
    await go('/imports');
    const buffer = Buffer.from(inventedStatement(IBAN, 10_000_000, received), 'utf8');
    await page.setInputFiles('input[type=file]', { name: 'releve.xml', mimeType: 'application/xml', buffer });
    await pressEnter(page.getByRole('button', { name: 'Importer', exact: true }));
    await expect.poll(async () => (await linesOf('LOT', 'waiting')).length, PATIENT).toBe(MANY + 2);
    await expect
      .poll(async () => (await linesOf('LOTUN', 'waiting')).filter(({ proposal }) => proposal?.best).length, PATIENT)
      .toBe(MANY);
    expect(await actionsOf(chased.customerName)).toBe(0);
    const held = `reminders/holds?reason=unmatched_payment&search=${encodeURIComponent(chased.customerName)}`;
    expect((await read<{ total: number }>(held)).total).toBe(1);
    await go('/today?tab=holds&reason=unmatched_payment');
    await page.getByText(chased.customerName).first().waitFor();
  });

  test('ten quick Enters decide ten lines, none twice', async () => {
    await go('/cash?search=LOTUN');
    await rows().first().focus();
    const before = await count();
    for (let n = 0; n < QUICK; n++) await press('Enter');
    await expect.poll(() => rows().count(), PATIENT).toBe(MANY - QUICK);
    await expect.poll(count, PATIENT).toBe(before - QUICK);
    const applied = await linesOf('LOTUN', 'applied');
    expect(applied.map(({ decided }) => decided.length)).toEqual(Array.from({ length: QUICK }, () => 1));
    await picture(page, 'cash-quick');
  });

  test('E, U and M on the way: set aside, undone, decided by hand, and the keyboard never leaves the list', async () => {
    await expect.poll(inHand, PATIENT).not.toBeNull();
    const payerInHand = async () =>
      page
        .locator('section.q-pane h2')
        .textContent()
        .then((text) => text ?? '');
    let payer = await payerInHand();
    await press('e');
    await pressOn(page.getByRole('dialog').getByRole('radio', { name: 'Autre recette' }), 'Space');
    await pressEnter(page.getByRole('dialog').getByRole('button', { name: 'Écarter' }));
    await leaves(payer);
    payer = await payerInHand();
    await press('Enter');
    await leaves(payer);
    await press('u');
    await row(payer).waitFor();
    await expect.poll(inHand, PATIENT).not.toBeNull();
    payer = await payerInHand();
    await press('m');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Tout est réparti').waitFor();
    await pressEnter(dialog.getByRole('button', { name: 'Affecter', exact: true }));
    await leaves(payer);
    expect(await rows().count()).toBe(MANY - QUICK - 2);
  });

  test('the other lines are cleared by arrows and Enter alone', async () => {
    const left = await rows().count();
    for (let n = left; n > 0; n--) {
      if (n > 2) await press(n % 2 === 0 ? 'ArrowDown' : 'ArrowUp');
      await expect.poll(inHand, PATIENT).not.toBeNull();
      await press('Enter');
      await expect.poll(() => rows().count(), PATIENT).toBe(n - 1);
    }
    await expect.poll(async () => (await linesOf('LOTUN', 'waiting')).length, PATIENT).toBe(0);
    const applied = await linesOf('LOTUN', 'applied');
    expect(applied).toHaveLength(MANY - 1);
    expect(applied.every(({ decided }) => decided.filter(({ undone }) => undone === null).length === 1)).toBe(true);
  });

  test('2 takes the other explanation', async () => {
    const rival = (await linesOf('VIR', 'waiting')).find(({ proposal }) => (proposal?.rivals ?? 0) > 0)!;
    await go(`/cash?search=${encodeURIComponent(rival.label)}`);
    await rows().first().focus();
    await press('2');
    const pane = page.locator('section.q-pane');
    await pane.getByRole('button', { name: /^2 /, pressed: true }).waitFor();
    await press('Enter');
    await rows().first().waitFor({ state: 'detached' });
    await expect.poll(async () => (await linesOf(encodeURIComponent(rival.label), 'applied')).length, PATIENT).toBe(1);
  });

  test('who paid owes nothing any more; undone, the money waits and holds again', async () => {
    const openOf = async () =>
      (await read<{ items: Invoice[] }>(`invoices?size=20&search=${chased.number}`)).items.find(
        ({ number }) => number === chased.number,
      )?.openCents;
    await go('/cash?search=LOTTROIS');
    await rows().first().focus();
    await press('Enter');
    await rows().first().waitFor({ state: 'detached' });
    await expect.poll(openOf, PATIENT).toBe(0);
    expect(await actionsOf(chased.customerName)).toBe(0);
    await pressEnter(page.getByRole('button', { name: 'Annuler', exact: true }).first());
    await rows().first().waitFor();
    await expect.poll(openOf, PATIENT).toBe(chased.openCents);
    expect(await actionsOf(chased.customerName)).toBe(0);
    await rows().first().focus();
    await press('Enter');
    await expect.poll(openOf, PATIENT).toBe(0);
  });

  test('by hand: two invoices and what the bank kept, the difference running', async () => {
    const others = free.filter((one) => one !== chased);
    await go('/cash?search=LOTDEUX');
    await rows().first().focus();
    await press('m');
    const dialog = page.getByRole('dialog');
    for (const { number } of [others[MANY]!, others[MANY + 1]!]) {
      await dialog.getByPlaceholder('N° de facture, client, montant').fill(number);
      const box = dialog.getByRole('checkbox', { name: `Choisir ${number}` });
      await box.waitFor();
      if (!(await box.isChecked())) await pressOn(box, 'Space');
    }
    await dialog.getByRole('status').getByText('Il manque 8,50').waitFor();
    const apply = dialog.getByRole('button', { name: 'Affecter', exact: true });
    expect(await apply.isDisabled()).toBe(true);
    await pressOn(dialog.getByRole('radio', { name: 'Ce sont des frais bancaires' }), 'Space');
    await expect.poll(() => apply.isEnabled(), PATIENT).toBe(true);
    await picture(page, 'cash-by-hand');
    await pressEnter(apply);
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(async () => (await linesOf('LOTDEUX', 'applied')).length, PATIENT).toBe(1);
  });

  test('by hand starts from what is proposed: a list of invoices is chosen, what is over goes on the account', async () => {
    await go('/cash?search=ET%20ACOMPTE');
    const before = await rows().count();
    await rows().first().focus();
    await press('m');
    const dialog = page.getByRole('dialog');
    await expect
      .poll(() => dialog.getByRole('checkbox', { name: /^Choisir /, checked: true }).count(), PATIENT)
      .toBeGreaterThan(2);
    await pressOn(dialog.getByRole('radio', { name: 'Le mettre au compte d’un client' }), 'Space');
    await pressEnter(dialog.getByRole('button', { name: 'Affecter', exact: true }));
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => rows().count(), PATIENT).toBe(before - 1);
  });

  test('what is sure enough is accepted at once', async () => {
    await go('/cash');
    const before = await count();
    const all = page.getByRole('button', { name: /^Accepter \d+ propositions? sûres? à 98/ });
    const many = Number(/\d+/.exec((await all.textContent()) ?? '')?.[0]);
    expect(many).toBeGreaterThan(1);
    await pressEnter(all);
    await pressEnter(page.getByRole('dialog').getByRole('button', { name: 'Accepter', exact: true }));
    await page.getByText(`${many} mouvements affectés.`).first().waitFor();
    await expect.poll(count, PATIENT).toBe(before - many);
  });

  test('set aside and back', async () => {
    await go('/cash?tab=aside&search=LOTUN');
    await page.getByText('Autre recette').first().waitFor();
    await pressEnter(page.getByRole('button', { name: 'Remettre à affecter' }));
    await page.getByText('Le mouvement attend de nouveau.').first().waitFor();
    await expect.poll(async () => (await linesOf('LOTUN', 'waiting')).length, PATIENT).toBe(1);
  });

  test('what was applied says why, and is undone with a reason', async () => {
    await go('/cash?tab=applied&search=LOTDEUX');
    await rows().first().focus();
    await press('Enter');
    await page.getByRole('dialog').getByText('Affecté à la main par Camille Durand').waitFor();
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await pressEnter(rows().first().getByRole('button', { name: 'Annuler' }));
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Motif').fill('Mauvais client');
    await pressEnter(dialog.getByRole('button', { name: 'Annuler l’affectation' }));
    await page.getByText('Affectation annulée.').first().waitFor();
    await expect.poll(async () => (await linesOf('LOTDEUX', 'waiting')).length, PATIENT).toBe(1);
  });

  test('memory keeps a payer until it is told to forget', async () => {
    const payer = payerAt(0);
    await go('/cash?tab=memory');
    await page.getByPlaceholder('Payeur, IBAN, client').fill(payer);
    const kept = page.getByRole('row', { name: new RegExp(payer) });
    await pressEnter(kept.first().getByRole('button', { name: 'Oublier' }));
    await page.getByText('Oublié.').first().waitFor();
    await kept.first().waitFor({ state: 'detached' });
  });

  test('statements show their balances, and that one is missing between them', async () => {
    await go('/cash?tab=statements');
    const list = page.getByRole('table', { name: 'Relevés' });
    await list
      .getByRole('row', { name: /100\s000,00/ })
      .getByText('Solde juste')
      .waitFor();
    await page
      .getByText(/Il manque un relevé entre le/)
      .first()
      .waitFor();
    await picture(page, 'cash-statements');
  });

  test('what the morning left has no serious fault in either theme, and fits a phone', async () => {
    for (const tab of ['applied', 'statements']) {
      await page.setViewportSize(DESK);
      await go(`/cash?tab=${tab}`);
      expect([tab, await faultsInBothThemes(page)]).toEqual([tab, NO_FAULTS]);
      await page.setViewportSize(PHONE);
      await go(`/cash?tab=${tab}`);
      expect([tab, await faultsInBothThemes(page)]).toEqual([tab, NO_FAULTS]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    }
  });

  test('nothing complained on the way', () => {
    expect(heard).toEqual([]);
  });
});
