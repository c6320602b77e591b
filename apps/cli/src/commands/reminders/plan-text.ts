// A plan for people: the actions in a table, then how much waits and why.
import { fill } from '@quittance/contracts/messages';
import { amountText, dayText } from '../../output/format.ts';
import { tableText } from '../../output/table.ts';
import type { CompanyDesk } from '../../run/desk.ts';
import type { PlanDocument } from './plan-document.ts';

function actionTable(plan: PlanDocument, { words, language }: CompanyDesk): string {
  const { customer, channel, step, invoices, total, contact, approval } = words.headers;
  const left = (header: string) => ({ header });
  const columns = [
    left(customer),
    left(channel),
    left(step),
    left(invoices),
    { header: total, right: true },
    left(contact),
    left(approval),
  ];
  return tableText(
    columns,
    plan.actions.map((action) => [
      `${action.customer} ${action.customerName}`,
      words.channels[action.channel] ?? action.channel,
      action.step,
      action.invoices.join(' '),
      amountText(action.totalCents, action.currency, language),
      action.contact ?? '',
      action.needsApproval ? words.says.yes : '',
    ]),
  );
}

function holdTable(plan: PlanDocument, { words, language }: CompanyDesk): string {
  const { customer, invoice, reason, rule, until } = words.headers;
  return tableText(
    [customer, invoice, reason, rule, until].map((header) => ({ header })),
    plan.holds.map((hold) => [
      hold.customer,
      hold.invoice,
      words.reasons[hold.reason] ?? hold.reason,
      hold.rule,
      dayText(hold.until, language),
    ]),
  );
}

/** The whole plan. */
export function planText(plan: PlanDocument, desk: CompanyDesk): string {
  const { words, settings, language } = desk;
  const sum = plan.actions
    .filter((action) => action.currency === settings.currency)
    .reduce((cents, action) => cents + action.totalCents, 0);
  const total = amountText(sum, settings.currency, language);
  const facts = { on: dayText(plan.on, language), actions: plan.actions.length, total };
  const parts = [fill(words.says.planOn, facts)];
  if (plan.actions.length > 0) parts.push(actionTable(plan, desk));
  if (plan.holds.length > 0)
    parts.push(`${fill(words.says.held, { count: plan.holds.length })}\n${holdTable(plan, desk)}`);
  return parts.join('\n\n');
}
