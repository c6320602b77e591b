// Refusal messages: what happened and what to do next, in French and English. `{name}` is filled from the refusal's facts;
// facts that are codes stay out of the sentences, for screens to word them.
import type { RefusalCode } from '../refusals/index.ts';
import { FILE_REFUSALS } from './refusals/files.ts';
import { HOUSE_REFUSALS } from './refusals/house.ts';
import { MONEY_REFUSALS } from './refusals/money.ts';
import { REMINDER_REFUSALS } from './refusals/reminders.ts';
import type { Said } from './refusals/say.ts';

export type { Wording } from './refusals/say.ts';

/** One wording in each language for each code; a missing code does not compile. */
export const REFUSAL_MESSAGES: Readonly<Record<RefusalCode, Said>> = {
  ...HOUSE_REFUSALS,
  ...FILE_REFUSALS,
  ...REMINDER_REFUSALS,
  ...MONEY_REFUSALS,
};
