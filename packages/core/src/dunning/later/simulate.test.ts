// Simulation and explanation: the future if everything is sent and nothing is paid; one receivable explained.
import { describe, expect, it } from 'vitest';
import type { CustomerId } from '../../kernel/index.ts';
import { aCompany, aCustomer, aHold, aReceivable, euros, on, receivableId } from '../invented/invented-facts.ts';
import { TRUSTED } from '../scenarios/shipped-scenarios.ts';
import { explainReceivable } from './explain.ts';
import { simulateReminders } from './simulate.ts';

const company = aCompany();

describe('simulate', () => {
  const one = aCustomer([aReceivable(1, '2026-03-02')]);
  const two = aCustomer([aReceivable(2, '2026-03-02', { openCents: euros(250) })], {
    customerId: 2 as CustomerId,
    ref: 'C2',
  });
  const three = aCustomer([aReceivable(3, '2026-02-27')], {
    customerId: 3 as CustomerId,
    ref: 'C3',
    scenario: TRUSTED,
  });
  const days = simulateReminders({ from: on('2026-03-06'), to: on('2026-03-17') }, company, [one, two, three]);

  it('has every day, with what leaves by step, channel and currency', () => {
    expect(days).toHaveLength(12);
    const busy = days.filter((day) => day.lines.length > 0);
    expect(
      busy.map((day) => [
        day.on,
        ...day.lines.map((l) => `${l.count} ${l.scenario} ${l.step} ${l.channel} ${l.totalCents}`),
      ]),
    ).toEqual([
      ['2026-03-09', '2 standard courteous email 35000', '1 trusted courteous email 10000'],
      ['2026-03-17', '2 standard firm email 35000'],
    ]);
  });
  it('takes the books to be kept up to date', () => {
    const connected = aCompany({ freshnessWorkedDays: 3 }, { lastSourceOn: on('2026-03-06') });
    const [last] = simulateReminders({ from: on('2026-03-06'), to: on('2026-03-17') }, connected, [one]).slice(-1);
    expect(last?.lines.map((line) => line.step)).toEqual(['firm']);
  });
  it('is empty where the last day is before the first', () => {
    expect(simulateReminders({ from: on('2026-03-06'), to: on('2026-03-05') }, company, [one])).toEqual([]);
  });
});

describe('explain', () => {
  const customer = aCustomer([aReceivable(1, '2026-03-02'), aReceivable(2, '2026-03-02')], {
    holds: [aHold('dispute', { receivableId: receivableId(2) })],
  });
  const explain = (day: string, id: number) => {
    const found = explainReceivable(on(day), company, { customer, receivableId: receivableId(id) });
    return (
      found && [
        found.level,
        found.next?.step.code,
        found.next?.leavesOn,
        found.action?.step,
        found.holds.map((h) => h.reason),
      ]
    );
  };
  it.each([
    ['waiting for its step', '2026-03-05', 1, [0, 'courteous', '2026-03-09', undefined, ['waiting_next_step']]],
    ['in an action', '2026-03-09', 1, [0, 'courteous', '2026-03-09', 'courteous', []]],
    ['held', '2026-03-09', 2, [0, 'courteous', '2026-03-09', undefined, ['dispute']]],
    ['unknown', '2026-03-09', 9, null],
  ])('%s', (_, day, id, expected) => {
    expect(explain(day, id)).toEqual(expected);
  });
});
