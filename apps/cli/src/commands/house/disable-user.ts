// quittance user disable: an account that no longer signs in.
import { fill } from '@quittance/contracts/messages';
import { disableUser } from '@quittance/usecases/users';
import type { Call } from '../../run/cli.ts';
import { answer, type Desk } from '../../run/desk.ts';
import { inOrganization } from '../../run/in-house.ts';

type Options = Readonly<{ email: string }>;

/** The command. */
export const run = (desk: Desk, { options: { email } }: Call<Options>): Promise<number> =>
  inOrganization(desk, async ({ context, words }) => {
    const done = await disableUser(context, email);
    return done.ok ? answer({ userId: done.value, email }, fill(words.says.userDisabled, { email })) : done;
  });
