// What happens around an invoice, in French and by keyboard: a small difference closed and a large one refused, money announced, late fees
// claimed and left open, a discount agreed; then money not applied and the lettering as files whose sums are counted.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, euros, hasBrowser, openDesk, PATIENT, picture, pressEnter, said, settled } from './house/index.ts';

type Row = {
  invoiceId: number;
  number: string;
  customerId: number;
  grossCents: number;
  openCents: number;
  daysLate: number;
  statuses: string[];
};
type Sheet = {
  openCents: number;
  terms: {
    discount: { cents: number; untilOn: string } | null;
    why: { reason: string | null; until: string | null };
  }[];
};

const LATE_DAYS = 30;
const PHONE = { width: 390, height: 844 };
const DARK = { width: 1400, height: 1000, colorScheme: 'dark' } as const;
const CENTS = 100;

/** The amount of a FEC, `1234,56`, in cents. */
const centsOf = (text: string): number => Math.round(Number(text.replace(',', '.')) * CENTS);
const written = (iso: string): string => iso.split('-').reverse().join('/');

describe.skipIf(!hasBrowser)('what happens around an invoice', () => {
  let desk: Desk;
  let invoice: Row;

  const sheet = () => desk.read<Sheet>(`invoices/${invoice.invoiceId}`);
  const open = async () => (await sheet()).openCents;
  const begin = async (name: string, on?: Page) => {
    const page = on ?? desk.page;
    await pressEnter(page.getByRole('button', { name, exact: true }).first());
    await page.getByRole('dialog').waitFor();
    await settled(page);
  };
  const download = async (deed: () => Promise<void>): Promise<{ name: string; text: string }> => {
    const [file] = await Promise.all([desk.page.waitForEvent('download'), deed()]);
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  };

  beforeAll(async () => {
    desk = await openDesk();
    const { items } = await desk.read<{ items: Row[] }>('invoices?open=true&size=500');
    const found = items.find(
      ({ grossCents, openCents, daysLate, statuses }) =>
        daysLate > LATE_DAYS && grossCents === openCents && statuses.join() === 'overdue',
    );
    if (!found) throw new Error('nothing is late and untouched');
    invoice = found;
  });
  afterAll(() => desk?.close());

  test('a difference above the limit is refused with both figures, what was typed stays; within it is closed and taken back', async () => {
    await desk.go(`/invoices/${invoice.invoiceId}`);
    await begin('Solder l’écart');
    const amount = desk.dialog().getByLabel('Montant');
    expect(await amount.inputValue()).toBe('');
    await amount.fill('15,01');
    await amount.press('Enter');
    await desk
      .dialog()
      .getByText(/\(15,01\s€\).*\(15,00\s€\)/)
      .waitFor();
    expect(await amount.inputValue()).toMatch(/^15,01/);
    expect(await desk.faults()).toEqual([]);
    await picture(desk.page, 'payments-over-limit');
    await amount.fill('12,00');
    await desk.submit('Solder');
    await expect.poll(open, PATIENT).toBe(invoice.openCents - 1_200);
    await desk.undo(/^Écart de .* soldé/);
    await expect.poll(open, PATIENT).toBe(invoice.openCents);
    // The refusal was asked for.
    desk.heard.splice(0);
  });

  test('a discount is agreed in percent, kept in cents, changed, and taken off', async () => {
    await begin('Convenir d’un escompte');
    await desk.dialog().getByLabel('Taux').fill('2,5');
    const cents = Math.round((invoice.grossCents * 25) / 1_000);
    await desk
      .dialog()
      .getByRole('status')
      .getByText(/soldent alors l’échéance/)
      .waitFor();
    expect(await desk.faults()).toEqual([]);
    await desk.dialog().getByLabel('Motif').fill('Accord du client');
    await desk.dialog().getByLabel('Motif').press('Enter');
    const discount = async () => (await sheet()).terms[0]!.discount;
    await expect.poll(async () => (await discount())?.cents, PATIENT).toBe(cents);
    await desk.page.getByRole('dialog').waitFor({ state: 'detached' });
    await desk.page.getByText(/Escompte de .* convenu, jusqu’au/).waitFor();
    await begin('Changer l’escompte');
    await desk.dialog().getByLabel('Montant TTC').fill('10,00');
    await desk.dialog().getByLabel('Montant TTC').press('Enter');
    await expect.poll(async () => (await discount())?.cents, PATIENT).toBe(1_000);
    await desk.page.getByRole('dialog').waitFor({ state: 'detached' });
    await desk.undo('Escompte convenu.');
    await expect.poll(async () => (await discount())?.cents, PATIENT).toBe(cents);
    await desk.page
      .getByRole('table', { name: 'Échéances' })
      .getByText(said(euros(cents)))
      .waitFor();
    await begin('Changer l’escompte');
    await desk.submit('Retirer l’escompte');
    await expect.poll(discount, PATIENT).toBeNull();
    await desk.page.getByRole('button', { name: 'Convenir d’un escompte' }).waitFor();
  });

  test('money announced says until which day it holds, the invoice says why it is not chased; it will not come', async () => {
    await desk.go(`/customers/${invoice.customerId}`);
    await begin('Annoncer un paiement');
    await desk.dialog().getByRole('combobox', { name: 'Factures payées' }).press('ArrowDown');
    await desk.page.getByRole('option', { name: new RegExp(invoice.number) }).click();
    await desk.page.keyboard.press('Escape');
    const { heldUntilOn } = await desk.read<{ heldUntilOn: string }>(
      `announcements/until?expectedOn=${new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date())}`,
    );
    await desk
      .dialog()
      .getByRole('status')
      .getByText(`jusqu’au ${written(heldUntilOn)}`)
      .waitFor();
    expect(await desk.faults()).toEqual([]);
    await picture(desk.page, 'payments-announce');
    await desk.submit('Annoncer');
    await desk.page
      .getByText(`Pas de relance pour ce montant jusqu’au ${written(heldUntilOn)}`)
      .first()
      .waitFor();
    const why = async () => (await sheet()).terms[0]!.why;
    await expect.poll(async () => (await why()).reason, PATIENT).toBe('payment_in_transit');
    await pressEnter(desk.page.getByRole('button', { name: 'N’arrivera pas' }));
    await expect.poll(async () => (await why()).reason, PATIENT).not.toBe('payment_in_transit');
    await desk.undo(/^Annonce retirée/);
    await expect.poll(async () => (await why()).reason, PATIENT).toBe('payment_in_transit');
    await begin('Arrivé');
    expect(await desk.faults()).toEqual([]);
    await desk.submit('Noter l’arrivée');
    await expect.poll(async () => (await why()).reason, PATIENT).not.toBe('payment_in_transit');
  });

  test('late fees are claimed, what becomes of them is somebody’s choice, given up and taken back', async () => {
    await desk.go(`/invoices/${invoice.invoiceId}`);
    await begin('Réclamer les pénalités');
    await desk
      .dialog()
      .getByRole('status')
      .getByText(/à réclamer, sur un document à part/)
      .waitFor();
    expect(await desk.faults()).toEqual([]);
    await desk.submit('Réclamer');
    const fees = desk.page.getByRole('region', { name: 'Pénalités réclamées' });
    const fee = fees.getByRole('listitem').filter({ hasText: 'Indemnité forfaitaire' });
    await fee.getByText(/réclamation de Camille Durand/).waitFor();
    await fee.getByRole('combobox', { name: 'Une fois la facture payée' }).press('ArrowDown');
    await desk.page.getByRole('option', { name: 'Montrer, sans relancer' }).click();
    await fee.getByText('une fois payée : montrer, sans relancer, choix de Camille Durand').waitFor();
    await picture(desk.page, 'payments-claims');
    await pressEnter(fee.getByRole('button', { name: 'Abandonner' }));
    await fee.getByText('Abandonnées').waitFor();
    await desk.undo('Pénalités abandonnées.');
    await fee.getByText(/Reste dû\s:\s40,00/).waitFor();
    expect(await open()).toBe(invoice.openCents);
  });

  test('money not applied is carried away by age, and the lettering adds up', async () => {
    await desk.go('/cash?tab=unapplied');
    const page = await desk.read<{ total: number; openCents: number }>('payments?view=unapplied&size=1');
    await pressEnter(desk.page.getByRole('button', { name: 'Exporter', exact: true }));
    const csv = await download(() => desk.page.getByRole('menuitem', { name: 'CSV' }).press('Enter'));
    expect(csv.name).toMatch(/^encaissements-non-affectes-.*\.csv$/);
    const [head, ...lines] = csv.text
      .replace(/^\uFEFF/, '')
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(page.total);
    const column = head!.split(';').indexOf('Non affecté');
    const sum = lines.reduce((cents, line) => cents + centsOf(line.split(';')[column]!.replace(/\s/g, '')), 0);
    expect(sum).toBe(page.openCents);

    await desk.go('/cash?tab=statements');
    await begin('Exporter le lettrage');
    expect(await desk.faults()).toEqual([]);
    const fec = await download(() => pressEnter(desk.dialog().getByRole('button', { name: 'Télécharger' })));
    const [columns, ...entries] = fec.text
      .replace(/^\uFEFF/, '')
      .trim()
      .split('\r\n');
    const names = columns!.split('\t');
    expect(names).toHaveLength(18);
    const at = (name: string) => names.indexOf(name);
    const totals = new Map<string, number>();
    for (const line of entries) {
      const cells = line.split('\t');
      const entry = `${cells[at('JournalCode')]} ${cells[at('EcritureNum')]}`;
      const cents = centsOf(cells[at('Debit')]!) - centsOf(cells[at('Credit')]!);
      totals.set(entry, (totals.get(entry) ?? 0) + cents);
    }
    expect(entries.length).toBeGreaterThan(0);
    expect([...totals].filter(([, cents]) => cents !== 0)).toEqual([]);
  });

  test.each([
    { says: 'on a phone', look: PHONE },
    { says: 'in the dark', look: DARK },
  ])('every dialog of an invoice is whole $says', async ({ look }) => {
    const on = await desk.open(look);
    await desk.go(`/invoices/${invoice.invoiceId}`, on);
    for (const name of ['Solder l’écart', 'Convenir d’un escompte', 'Réclamer les pénalités']) {
      await begin(name, on);
      expect([name, await desk.faults(on)]).toEqual([name, []]);
      await on.keyboard.press('Escape');
      await on.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await on.context().close();
  });

  test('nothing complained on the way', () => {
    expect(desk.heard).toEqual([]);
  });
});
