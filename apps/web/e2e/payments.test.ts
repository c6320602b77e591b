// What happens to a payment after it came, in French and by keyboard: entered and applied, cancelled and entered again, sent back by the
// bank, refunded, moved to another customer; each previewed, each taken back, the plan following at once.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, euros, hasBrowser, openDesk, PATIENT, picture, pressEnter, said } from './house/index.ts';

type Invoice = {
  invoiceId: number;
  number: string;
  customerId: number;
  customerName: string;
  grossCents: number;
  openCents: number;
  daysLate: number;
  statuses: string[];
};
type Term = { openCents: number; why: { outcome: string; reason: string | null }; next: { on: string } | null };
type Line = { proposal: { best: { customers: { customerId: number }[] } | null } | null };
type Payment = { paymentId: number; cents: number; openCents: number };

const TWO = 2;
const PHONE = { width: 390, height: 844 };
const DARK = { width: 1400, height: 1000, colorScheme: 'dark' } as const;
describe.skipIf(!hasBrowser)('the life of a payment', () => {
  let desk: Desk;
  /** Two customers with two late invoices each, untouched and named by nothing that waits. */
  let mine: Invoice[];
  let other: Invoice[];

  const openOf = async ({ invoiceId }: Invoice) =>
    (await desk.read<{ openCents: number }>(`invoices/${invoiceId}`)).openCents;
  const termOf = async ({ invoiceId }: Invoice) =>
    (await desk.read<{ terms: Term[] }>(`invoices/${invoiceId}`)).terms[0]!;
  const paymentsOf = async ({ customerId }: Invoice) =>
    (await desk.read<{ items: Payment[] }>(`payments?view=all&size=50&customerId=${customerId}`)).items;
  const section = () => desk.page.getByRole('region', { name: 'Encaissements' });
  const drawer = () => desk.page.getByRole('dialog').first();
  const press = (name: string) => pressEnter(drawer().getByRole('button', { name, exact: true }));
  const openLatest = async () => {
    await pressEnter(section().getByRole('row').nth(1).getByRole('button').first());
    await drawer().getByText('saisie à la main').waitFor();
  };

  beforeAll(async () => {
    desk = await openDesk();
    const { items } = await desk.read<{ items: Invoice[] }>('invoices?open=true&size=500');
    const waiting = await desk.read<{ items: Line[] }>('matching/lines?size=200');
    const named = new Set(
      waiting.items.flatMap(({ proposal }) => proposal?.best?.customers.map((one) => one.customerId)),
    );
    const late = items.filter(
      ({ customerId, grossCents, openCents, daysLate, statuses }) =>
        daysLate > 0 && openCents === grossCents && statuses.join() === 'overdue' && !named.has(customerId),
    );
    const groups = [...new Set(late.map(({ customerId }) => customerId))]
      .map((id) => late.filter(({ customerId }) => customerId === id))
      .filter(({ length }) => length === TWO);
    const free: Invoice[][] = [];
    for (const group of groups)
      if ((await paymentsOf(group[0]!)).every(({ openCents }) => openCents === 0)) free.push(group);
    [mine, other] = free as [Invoice[], Invoice[]];
    // The older first, as the law imputes.
    mine.sort((a, b) => b.daysLate - a.daysLate);
  });
  afterAll(() => desk?.close());

  test('a cheque is entered; a write that fails keeps what was typed', async () => {
    const { page } = desk;
    await desk.go(`/customers/${mine[0]!.customerId}`);
    await pressEnter(section().getByRole('button', { name: 'Saisir un encaissement' }));
    await desk
      .dialog()
      .getByLabel('Montant')
      .fill(String(mine[0]!.openCents / 100).replace('.', ','));
    await desk.dialog().getByLabel('Référence').fill('CHQ 4471');
    await page.route('**/api/v1/payments', (route) => route.abort(), { times: 1 });
    await desk.dialog().getByLabel('Référence').press('Enter');
    await desk.dialog().getByText('Le serveur ne répond pas').waitFor();
    expect(await desk.dialog().getByLabel('Référence').inputValue()).toBe('CHQ 4471');
    expect(await desk.faults()).toEqual([]);
    await desk.dialog().getByLabel('Référence').press('Enter');
    await desk.dialog().getByText('Proposé dans l’ordre légal').waitFor();
    desk.heard.splice(0);
  });

  test('it is applied by hand, the difference running, and taken back by Ctrl-Z', async () => {
    const [older, newer] = mine as [Invoice, Invoice];
    const dialog = desk.dialog();
    const amountOf = ({ number }: Invoice) => dialog.getByLabel(said(number));
    await dialog
      .getByRole('status')
      .getByText(said(`${euros(older.openCents)} affectés, ${euros(0)} resteront`))
      .waitFor();
    await amountOf(older).fill('100,00');
    await amountOf(newer).fill('50,00');
    const left = older.openCents - 15_000;
    await dialog
      .getByRole('status')
      .getByText(said(`${euros(15_000)} affectés, ${euros(left)} resteront`))
      .waitFor();
    await amountOf(newer).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => openOf(newer), PATIENT).toBe(newer.openCents - 5_000);
    await section().getByText('Affecté en partie').waitFor();
    await desk.undo(said(`${euros(15_000)} affectés.`));
    await expect.poll(() => openOf(newer), PATIENT).toBe(newer.openCents);
    expect(await openOf(older)).toBe(older.openCents);
  });

  test('its entry is cancelled with what that opens again, and entered again as it was', async () => {
    const [older] = mine as [Invoice, Invoice];
    await openLatest();
    await desk.openDeed('Affecter');
    await desk.submit('Affecter');
    await expect.poll(() => openOf(older), PATIENT).toBe(0);
    await drawer().getByRole('link', { name: older.number }).last().waitFor();
    await desk.openDeed('Annuler la saisie');
    await desk.dialog().getByRole('list', { name: 'De nouveau dus' }).getByText(older.number).waitFor();
    expect(await desk.faults()).toEqual([]);
    await picture(desk.page, 'payments-cancel');
    await desk.dialog().getByLabel('Motif').press('Enter');
    await expect.poll(() => openOf(older), PATIENT).toBe(older.openCents);
    await press('Rétablir la saisie');
    await expect.poll(() => openOf(older), PATIENT).toBe(0);
    await drawer().getByRole('button', { name: 'Rétablir la saisie' }).waitFor({ state: 'detached' });
    await desk.page.keyboard.press('Escape');
    await drawer().waitFor({ state: 'detached' });
  });

  test('the bank takes it back: what opens again is shown, the ladder is armed again, the collector told; then that was a mistake', async () => {
    const [older] = mine as [Invoice, Invoice];
    const standing = section()
      .getByRole('row', { name: /CHQ 4471/ })
      .filter({ hasNotText: /Annul/ });
    await pressEnter(standing.getByRole('button'));
    await desk.openDeed('Constater un impayé');
    await desk
      .dialog()
      .getByText(said(`${older.number}, échéance du`))
      .waitFor();
    await desk.dialog().getByLabel('Motif de la banque').press('ArrowDown');
    await desk.page.getByRole('option', { name: 'Provision insuffisante' }).press('Enter');
    expect(await desk.faults()).toEqual([]);
    await picture(desk.page, 'payments-return');
    await desk.submit('Noter l’impayé');
    await expect.poll(() => openOf(older), PATIENT).toBe(older.openCents);
    // Held for the day it is noted, with its next step known: nobody has to set it going again.
    expect(await termOf(older)).toMatchObject({ why: { outcome: 'hold' }, next: { on: expect.any(String) } });
    const tasks = await desk.read<{ items: { kind: string }[] }>(`tasks?customerId=${older.customerId}&size=50`);
    expect(tasks.items.filter(({ kind }) => kind === 'payment_returned')).toHaveLength(1);
    await drawer().getByText('Provision insuffisante').waitFor();
    await desk.undo(/^Impayé de .* noté/);
    await expect.poll(() => openOf(older), PATIENT).toBe(0);
    await drawer()
      .getByText(/annulé le/)
      .waitFor();
    await desk.page.keyboard.press('Escape');
    await drawer().waitFor({ state: 'detached' });
  });

  test('a line of the bank brings a payment back, and the invoice is owed again until that is undone', async () => {
    await desk.go('/cash?search=REJET');
    await desk.page.locator('tbody tr[tabindex]').first().focus();
    const paid = desk.page
      .getByRole('list', { name: 'Factures qu’il avait réglées, dues à nouveau' })
      .getByRole('link')
      .first();
    const number = (await paid.textContent()) ?? '';
    const openNow = async () =>
      (await desk.read<{ items: Invoice[] }>(`invoices?search=${number}`)).items.find((one) => one.number === number)
        ?.openCents;
    expect(await openNow()).toBe(0);
    await desk.page.keyboard.press('Enter');
    await expect.poll(openNow, PATIENT).toBeGreaterThan(0);
    await pressEnter(desk.page.getByRole('button', { name: 'Annuler', exact: true }).first());
    await expect.poll(openNow, PATIENT).toBe(0);
  });

  test('money nobody owes goes back, or to another customer of the group, and comes back', async () => {
    const [older, newer] = mine as [Invoice, Invoice];
    await desk.go(`/customers/${older.customerId}`);
    await pressEnter(section().getByRole('button', { name: 'Saisir un encaissement' }));
    await desk.dialog().getByLabel('Montant').fill('80,00');
    await desk.dialog().getByLabel('Référence').fill('CHQ 4472');
    await desk.dialog().getByLabel('Référence').press('Enter');
    await desk.dialog().getByText('Proposé dans l’ordre légal').waitFor();
    await desk.page.keyboard.press('Escape');
    await desk.page.getByRole('dialog').waitFor({ state: 'detached' });
    const free = async () => (await paymentsOf(older)).reduce((sum, { openCents }) => sum + openCents, 0);
    expect(await free()).toBe(8_000);
    await openLatest();
    await desk.openDeed('Rembourser');
    await desk.dialog().getByLabel('Montant').fill('30,00');
    await desk
      .dialog()
      .getByRole('status')
      .getByText(said(`il restera ${euros(5_000)} non affectés`))
      .waitFor();
    expect(await desk.faults()).toEqual([]);
    await desk.submit('Noter le remboursement');
    await expect.poll(free, PATIENT).toBe(5_000);
    await desk.openDeed('Porter à un autre client');
    await desk.dialog().getByLabel('Client').fill(other[0]!.customerName);
    await desk.page.getByRole('option', { name: said(other[0]!.customerName) }).waitFor();
    await desk.page.keyboard.press('ArrowDown');
    await desk.page.keyboard.press('Enter');
    await desk
      .dialog()
      .getByRole('status')
      .getByText(said(`${euros(5_000)} quittent`))
      .waitFor();
    expect(await desk.faults()).toEqual([]);
    await picture(desk.page, 'payments-move');
    await desk.submit('Porter');
    await expect.poll(free, PATIENT).toBe(0);
    const arrived = (await paymentsOf(other[0]!)).filter(({ openCents }) => openCents === 5_000);
    expect(arrived).toHaveLength(1);
    for (const left of [5_000, 8_000]) {
      const undo = drawer().getByRole('listitem').getByRole('button', { name: 'Annuler', exact: true });
      const before = await undo.count();
      await pressEnter(undo.last());
      await expect.poll(free, PATIENT).toBe(left);
      await expect.poll(() => undo.count(), PATIENT).toBe(before - 1);
    }
    expect(await openOf(newer)).toBe(newer.openCents);
  });

  test.each([
    { says: 'on a phone', look: PHONE },
    { says: 'in the dark', look: DARK },
  ])('every dialog of a payment is whole $says', async ({ look }) => {
    const on = await desk.open(look);
    await desk.go(`/customers/${mine[0]!.customerId}`, on);
    const payments = on.getByRole('region', { name: 'Encaissements' });
    await pressEnter(payments.getByRole('button', { name: 'Chèque CHQ 4472' }));
    const deeds = ['Affecter', 'Constater un impayé', 'Rembourser', 'Porter à un autre client', 'Annuler la saisie'];
    for (const name of deeds) {
      await desk.openDeed(name, on);
      expect([name, await desk.faults(on)]).toEqual([name, []]);
      await on.keyboard.press('Escape');
      await on.getByRole('dialog').nth(1).waitFor({ state: 'detached' });
    }
    await on.context().close();
  });

  test('nothing complained on the way', () => {
    expect(desk.heard).toEqual([]);
  });
});
