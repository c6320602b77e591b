// Every story of the demo, in the order of the customers' codes.
import { CALENDAR_STORIES } from './calendar.ts';
import { LADDER_STORIES } from './ladder.ts';
import { MONEY_STORIES } from './money.ts';
import { PAYER_STORIES } from './payers.ts';
import { PEOPLE_STORIES } from './people.ts';
import type { StoryPlan } from './story-plan.ts';

export const STORIES: readonly StoryPlan[] = [
  ...LADDER_STORIES,
  ...MONEY_STORIES,
  ...CALENDAR_STORIES,
  ...PEOPLE_STORIES,
  ...PAYER_STORIES,
];
