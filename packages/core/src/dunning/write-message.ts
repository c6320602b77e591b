// Write message: one message (or notice) at one step, if every check lets it leave; else the check that stopped it.
import type { ReceivableId } from '../kernel/index.ts';
import { channelsOf, chooseRoute } from './checks/contact.ts';
import { netOf } from './checks/credits.ts';
import { formalDeadline, needsApproval } from './checks/formal-notice.ts';
import { itemOf, type Line, sumChased } from './checks/group.ts';
import { freshWording, type Wording } from './checks/same-text.ts';
import { capLimit } from './checks/spacing.ts';
import { askRepairs, type Block, type Desk } from './desk.ts';
import type { CreditFacts } from './facts.ts';
import { isDue, nextStep } from './ladder/due-step.ts';
import { isFormal } from './ladder/ladder.ts';
import type { PlannedAction, RuleCode } from './plan.ts';
import type { Step } from './scenario.ts';

/** What a message is to say, before the checks. */
export type Draft = Readonly<{
  step: Step;
  listed: readonly Line[];
  currency: string;
  credits: readonly CreditFacts[];
  listCredits: boolean;
  elsewhereCents: PlannedAction['totalCents'];
}>;

/** A message that may leave, or the check that stopped it. */
export type Attempt = Readonly<{ action: PlannedAction }> | Readonly<{ block: Block }>;

const blocked = (reason: Block['reason'], rule: RuleCode, until: Block['until'] = null): Attempt => ({
  block: { reason, rule, until },
});

/** Every line that brought the step has no history, and the step after it is due too: an old receivable enters the ladder (R6). */
function isBacklog(desk: Desk, draft: Draft): boolean {
  const own = draft.listed.filter((line) => line.isDue && line.next?.step.rank === draft.step.rank);
  return own.every((line) => {
    if (line.receivable.level > 0) return false;
    const following = nextStep(desk.run, desk.ladder, line.receivable, draft.step.rank);
    return following !== null && isDue(desk.run, following);
  });
}

function ruleOf(desk: Desk, draft: Draft, wording: Wording): RuleCode {
  const { step } = draft;
  if (wording.tone !== step.tone) return 'R9';
  if (wording.route.channel !== step.channel) return 'R10';
  if (isFormal(step)) return 'R7';
  return isBacklog(desk, draft) ? 'R6' : 'R2';
}

/** The action of a draft that passed its checks. */
export function actionOf(
  desk: Desk,
  draft: Draft,
  how: Readonly<{
    wording: Wording;
    rule: RuleCode;
    credits: readonly CreditFacts[];
    totalCents: PlannedAction['totalCents'];
  }>,
): PlannedAction {
  const { run, customer } = desk;
  const { contact, channel } = how.wording.route;
  return {
    customerId: customer.customerId,
    channel,
    scenario: customer.scenario.code,
    scenarioVersion: customer.scenario.version,
    step: draft.step.code,
    rank: draft.step.rank,
    tone: how.wording.tone,
    language: contact?.language ?? customer.language,
    items: draft.listed.map((line) => itemOf(line, draft.step.rank)),
    credits: how.credits,
    totalCents: how.totalCents,
    currency: draft.currency,
    needsApproval: needsApproval(run, draft.step),
    rule: how.rule,
    contactId: contact?.contactId ?? null,
    deadlineOn: isFormal(draft.step) ? formalDeadline(run, run.on) : null,
  };
}

/** Net of the draft against the company's threshold. */
export const netOfDraft = (desk: Desk, draft: Draft) =>
  netOf({
    listedCents: sumChased(draft.listed),
    elsewhereCents: draft.elsewhereCents,
    credits: draft.credits,
    listCredits: draft.listCredits,
    thresholdCents: desk.run.company.policy.netThresholdCents,
  });

/** Checks a draft in the order threshold, address, same text, caps; the first that stops it is the answer. */
export function writeMessage(desk: Desk, draft: Draft): Attempt {
  const { run, customer } = desk;
  const { step } = draft;
  const own = draft.listed.some((line) => line.isDue && line.next?.step.rank === step.rank);
  if (!own) return blocked('needs_earlier_reminder', 'R7');
  const net = netOfDraft(desk, draft);
  if ('reason' in net) return blocked(net.reason, 'R4');

  const needsPost = isFormal(step) && !customer.hasPostalAddress;
  const choice = chooseRoute(customer, needsPost ? [step.channel] : channelsOf(step), step.contactRole);
  askRepairs(desk, choice.repairs);
  if (needsPost) return blocked('no_postal_address', 'R7');
  if (choice.route === null) return blocked('no_contact', 'R10');

  const ids = new Set<ReceivableId>(draft.listed.map((line) => line.receivable.receivableId));
  const wording = freshWording(customer, step, { route: choice.route, ids });
  if (wording === null) return blocked('same_text', 'R9');
  const cap = capLimit(run, wording.route.channel, { customer, planned: desk.actions });
  if (cap) return blocked(cap.reason, 'R5', cap.until);
  return { action: actionOf(desk, draft, { wording, rule: ruleOf(desk, draft, wording), ...net }) };
}
