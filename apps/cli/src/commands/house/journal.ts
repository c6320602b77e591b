// quittance journal verify: the organization's journal recomputed from its first line.
import { fill } from '@quittance/contracts/messages';
import { verifyJournal } from '@quittance/db/journal';
import { readOrganization } from '@quittance/usecases/context';
import { answer, type Desk } from '../../run/desk.ts';
import { inOrganization } from '../../run/in-house.ts';

/** `journal verify`. */
export const run = (desk: Desk): Promise<number> =>
  inOrganization(desk, async ({ context, words: { says }, language }) => {
    const check = await readOrganization(context, verifyJournal);
    if (check.ok) return answer(check, fill(says.journalOk, { events: check.events }, language));
    return answer(check, '', fill(says.journalBroken, { ...check.firstBroken }));
  });
