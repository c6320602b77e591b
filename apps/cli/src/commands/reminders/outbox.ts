// quittance outbox: what left or would leave, newest first.
import { type ActionState, listOutbox, type OutboxRow } from '@quittance/db/outbox';
import { readOrganization } from '@quittance/usecases/context';
import { amountText, dayText } from '../../output/format.ts';
import { tableText } from '../../output/table.ts';
import type { Call } from '../../run/cli.ts';
import { answer, type Desk } from '../../run/desk.ts';
import { inCompany } from '../../run/in-house.ts';

type Options = Readonly<{ test?: boolean; all?: boolean }>;

const ALL = 1_000_000;
const LIVING: readonly ActionState[] = ['planned', 'approved', 'queued', 'sent', 'failed', 'uncertain'];

const jsonOf = (row: OutboxRow) => ({
  id: row.actionId,
  customer: row.customerRef,
  customerName: row.customerName,
  channel: row.channel,
  step: row.step,
  tone: row.tone,
  to: row.to,
  subject: row.subject,
  at: row.at.toISOString(),
  on: row.doneOn ?? row.plannedOn,
  state: row.state,
  reason: row.reason,
  test: row.test,
  totalCents: row.totalCents,
  currency: row.currency,
});

function textOf(rows: readonly OutboxRow[], { words, language }: Desk): string {
  if (rows.length === 0) return words.says.nothing;
  const { id, at, customer, channel, to, subject, total, state } = words.headers;
  const left = (header: string) => ({ header });
  const right = (header: string) => ({ header, right: true });
  const columns = [
    right(id),
    left(at),
    left(customer),
    left(channel),
    left(to),
    left(subject),
    right(total),
    left(state),
  ];
  return tableText(
    columns,
    rows.map((row) => [
      String(row.actionId),
      dayText(row.doneOn ?? row.plannedOn, language),
      row.customerRef,
      words.channels[row.channel] ?? row.channel,
      row.to ?? '',
      row.subject ?? '',
      amountText(row.totalCents, row.currency, language),
      `${words.states[row.state] ?? row.state}${row.test ? ' (test)' : ''}`,
    ]),
  );
}

/** The command. */
export const run = (desk: Desk, { options: { test, all } }: Call<Options>): Promise<number> =>
  inCompany(desk, {}, async (inside) => {
    const { context, settings } = inside;
    const which = { ...(test ? { test } : {}), ...(all ? {} : { states: LIVING }) };
    const { items } = await readOrganization(context, (tx) =>
      listOutbox(tx, { companyId: settings.companyId, limit: ALL, offset: 0, ...which }),
    );
    return answer(items.map(jsonOf), textOf(items, inside));
  });
