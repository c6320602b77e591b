// Letters waiting: what can be printed now, and how many approved letters will join it, by day. Nothing is written.
import { localDay } from '@quittance/core/calendar';
import type { CompanyId } from '@quittance/core/kernel';
import { countLettersComing, type LetterRow, type LettersComing, listLettersWaiting } from '@quittance/db/outbox';
import { getSettings } from '../companies/settings.ts';
import { type Context, readOrganization } from '../context/index.ts';
import { nextSendingInstant } from '../delivery/index.ts';

/** Letters handed over and in no batch yet, oldest first; approved ones not handed over, by the day they will be. */
export type LettersWaiting = Readonly<{ items: readonly LetterRow[]; coming: readonly LettersComing[] }>;

/** Rehearsals while the whole company is in test mode; as soon as some are live, what is to be posted. */
export const readLettersWaiting = (context: Context, companyId: CompanyId): Promise<LettersWaiting> =>
  readOrganization(context, async (tx) => {
    const settings = await getSettings(tx, companyId);
    const test = settings.testMode && settings.liveSegments.length === 0;
    const now = context.clock.now();
    const upTo = localDay(now.getTime(), settings.timezone);
    const soonest = localDay(nextSendingInstant(settings, now).getTime(), settings.timezone);
    return {
      items: await listLettersWaiting(tx, { companyId, upTo, test }),
      coming: await countLettersComing(tx, { companyId, soonest, test }),
    };
  });
