// Answer calls: what colleagues reached on the telephone the day a call was due; one promise, one debtor to call again today.
import { addDays, type Day } from '@quittance/core/kernel';
import { listTasks } from '@quittance/db/tasks';
import { readOrganization } from '../../context/index.ts';
import { type FollowUp, logTaskOutcome } from '../../tasks/index.ts';
import { contextOn, type Stage } from './moment.ts';

/** Answers told one after another, as they come. */
const ANSWERS = [
  ['reached', 'La comptabilité a bien reçu les relances ; règlement à la prochaine échéance interne.'],
  ['left_message', 'Message laissé au standard, rappel demandé.'],
  ['reached', 'Facture en attente de signature du directeur.'],
] as const;

const PROMISED_IN_DAYS = 5;
const RECENT_DAYS = 14;

type Told = Readonly<{ outcome: string; note: string; followUp?: FollowUp }>;

function answerOf(stage: Stage, call: Readonly<{ ref: string; on: Day; place: number }>): Told {
  const { portfolio } = stage;
  const keyOf = portfolio.story.find((story) => story.customerRef === call.ref)?.key;
  if (keyOf === 'rung_letter') {
    const on = addDays(call.on, PROMISED_IN_DAYS);
    return {
      outcome: 'will_pay',
      note: 'Virement promis en début de semaine prochaine.',
      followUp: { kind: 'promise', on, receivableIds: [] },
    };
  }
  if (call.on >= addDays(portfolio.today, -RECENT_DAYS))
    return {
      outcome: 'no_answer',
      note: 'Pas de réponse, deux essais dans la matinée.',
      followUp: { kind: 'call_again', on: portfolio.today },
    };
  const [outcome, note] = ANSWERS[call.place % ANSWERS.length]!;
  return { outcome, note };
}

/** Every call due by the day is made and its outcome logged. */
export async function answerCalls(stage: Stage, on: Day): Promise<void> {
  const { companyId } = stage;
  const context = contextOn(stage, on, { who: 1, hour: 15 });
  const open = { companyId, state: 'open', kind: 'call', limit: 50, offset: 0 } as const;
  const { items } = await readOrganization(context, (tx) => listTasks(tx, open));
  for (const [place, task] of items.entries()) {
    if (task.dueOn > on) continue;
    const told = answerOf(stage, { ref: task.customerRef ?? '', on, place });
    await logTaskOutcome(context, { companyId, taskId: task.taskId, ...told });
  }
}
