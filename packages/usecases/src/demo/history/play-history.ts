// Play history: the weeks before today, through the same use cases people use, with the clock standing on each day in its turn.
import { addDays, type Day } from '@quittance/core/kernel';
import type { DemoPortfolio } from '../portfolio.ts';
import { workedAfter } from '../trade/days.ts';
import { agree } from './agree.ts';
import { answerCalls } from './answer-calls.ts';
import { changeLadder, keepPapers } from './keep-papers.ts';
import type { Stage } from './moment.ts';
import { postLetters } from './post-letters.ts';
import { replayDay } from './replay-steps.ts';

/** From the first step told to the eve of today. */
function workedDays({ pastSteps, today }: DemoPortfolio): Day[] {
  const days: Day[] = [];
  const first = pastSteps.map((step) => step.on).sort()[0] ?? today;
  for (let on = workedAfter(first); on < today; on = workedAfter(addDays(on, 1))) days.push(on);
  return days;
}

/**
 * Plays the past of the demo. The books stand as they are today on every day of it: what was paid since is not chased in it. Reminders
 * go to the test outbox, as a company begins; nothing is written that these use cases would not write.
 */
export async function playHistory(stage: Stage): Promise<void> {
  await changeLadder(stage);
  for (const on of workedDays(stage.portfolio)) {
    await replayDay(stage, on);
    await answerCalls(stage, on);
    await postLetters(stage, on);
  }
  await agree(stage);
  await keepPapers(stage);
}
