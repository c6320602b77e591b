// quittance reminders, outbox, customers, invoices: a ladder lived through day by day.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CliHouse, openCompanyHouse } from './cli-house.ts';

let house: CliHouse;
beforeAll(async () => {
  house = await openCompanyHouse();
});
afterAll(() => house?.close());

type Counts = { planned: number; sent: number; awaitingApproval: number; tasks: number; failed: number };

describe('reminders, lived day by day', () => {
  const here = ['--company', 'menuiserie-delorme'];
  const run = (on: string, approve = 'all') =>
    house.json<Counts>('reminders', 'run', '--on', on, '--approve', approve, ...here);

  it('start from tables of customers and invoices', async () => {
    const customers = await house.file('clients.csv', [
      'customer_ref;name;email;phone;address_line1;postal_code;city',
      'C1;Scierie Moreau;compta@moreau.example;+33 1 99 00 00 01;1 rue des Scies;69001;Lyon',
    ]);
    const invoices = await house.file('factures.csv', [
      'customer_ref;invoice_number;kind;issued_on;due_on;gross',
      'C1;F1;invoice;2027-01-30;2027-03-01;1200,00',
      'C1;F2;invoice;2027-01-30;2027-13-01;1200,00',
    ]);
    const on = ['--on', '2027-02-01', ...here];
    expect(await house.json('import', 'csv-customers', customers, ...on)).toMatchObject([
      { status: 'imported', errors: [] },
    ]);
    expect(await house.json('import', 'csv-invoices', invoices, ...on)).toMatchObject([
      { status: 'imported', openCents: 120_000, errors: [{ row: 3, column: 'due_on', seen: '2027-13-01' }] },
    ]);
  });

  it('plan with their reasons, and change nothing', async () => {
    const plan = await house.json('reminders', 'plan', '--on', '2027-02-24', ...here);
    expect(plan).toMatchObject({
      on: '2027-02-24',
      actions: [
        {
          customer: 'C1',
          channel: 'email',
          scenario: 'standard',
          step: 'notice',
          tone: 'notice',
          language: 'fr',
          invoices: ['F1'],
          credits: [],
          totalCents: 120_000,
          needsApproval: false,
          contact: 'Scierie Moreau <compta@moreau.example>',
        },
      ],
      holds: [],
    });
    expect(await house.json('reminders', 'plan', '--on', '2027-02-23', ...here)).toMatchObject({
      actions: [],
      holds: [{ customer: 'C1', invoice: 'F1', reason: expect.any(String), rule: 'R1', until: '2027-02-24' }],
    });
  });

  // 2027: 1 March is a Monday; −5 = 24 February, +7 = 8 March, +15 = 16 March, +18 = 19 March (a call), +30 = 31 March, +45 = 15 April.
  it('send each step once on its day, and wait for approval where it is due', async () => {
    expect(await run('2027-02-24')).toMatchObject({ planned: 1, sent: 1, failed: 0 });
    expect(await run('2027-02-24')).toMatchObject({ planned: 0, sent: 0 });
    for (const on of ['2027-03-08', '2027-03-16']) expect(await run(on, 'none')).toMatchObject({ sent: 1, tasks: 0 });
    expect(await run('2027-03-19', 'none')).toMatchObject({ sent: 1, tasks: 1 });
    expect(await run('2027-03-31', 'none')).toMatchObject({ sent: 1, tasks: 0 });
    expect(await run('2027-04-15', 'none')).toMatchObject({ sent: 0, awaitingApproval: 1 });
    expect(await run('2027-04-15', 'all')).toMatchObject({ sent: 1, awaitingApproval: 0 });
  }, 180_000);

  it('stand in the outbox with the day they were handed over', async () => {
    type Line = { channel: string; to: string; subject: string; at: string; state: string };
    const outbox = await house.json<Line[]>('outbox', '--test', ...here);
    expect(outbox.map(({ channel, at, state }) => `${at.slice(0, 10)} ${channel} ${state}`).reverse()).toEqual([
      '2027-02-24 email sent',
      '2027-03-08 email sent',
      '2027-03-16 email sent',
      '2027-03-19 call sent',
      '2027-03-31 letter sent',
      '2027-04-15 registered_letter sent',
    ]);
    expect(outbox.at(-1)).toMatchObject({
      customer: 'C1',
      to: 'compta@moreau.example',
      at: '2027-02-24T09:00:00.000Z',
    });
  });

  it('are simulated without a trace', async () => {
    const simulated = await house.json<{ days: { on: string; count: number }[] }>(
      ...['reminders', 'simulate', '--from', '2027-04-16', '--to', '2027-05-05', ...here],
    );
    expect(simulated.days).toHaveLength(20);
    expect(simulated.days.filter(({ count }) => count > 0)).toMatchObject([
      { on: '2027-04-30', count: 1, totalCents: 120_000 },
    ]);
    expect(await house.json<unknown[]>('outbox', ...here)).toHaveLength(6);
  });

  it('show on lists of customers and invoices', async () => {
    expect(await house.json('invoices', '--status', 'overdue', '--on', '2027-04-16', ...here)).toMatchObject([
      {
        number: 'F1',
        customer: 'C1',
        issuedOn: '2027-01-30',
        dueOn: '2027-03-01',
        dueEstimated: false,
        grossCents: 120_000,
        level: 6,
      },
    ]);
    expect(await house.json('customers', '--search', 'scierie', ...here)).toMatchObject([
      { ref: 'C1', name: 'Scierie Moreau' },
    ]);
  });
});
