// quittance backup FILE: every organization as of one instant, while others go on working.
import { resolve } from 'node:path';
import { fill } from '@quittance/contracts/messages';
import { backUp } from '@quittance/usecases/backup';
import { machineClock } from '@quittance/usecases/ports';
import { writeFileWhole } from '../../output/write-file.ts';
import type { Call } from '../../run/cli.ts';
import { answer, type Desk } from '../../run/desk.ts';
import { inHouse } from '../../run/in-house.ts';

/** The command. */
export const run = (desk: Desk, { args }: Call<unknown>): Promise<number> =>
  inHouse(desk, async ({ house, words, language }) => {
    const file = resolve(args[0]!);
    const place = { ownerUrl: house.ownerUrl, clock: machineClock };
    const made = await writeFileWhole({ path: file, secret: true }, (out) => backUp(place, out));
    return made.ok
      ? answer({ file, ...made.value }, fill(words.says.backedUp, { file, ...made.value }, language))
      : made;
  });
