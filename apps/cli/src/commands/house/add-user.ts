// quittance user add: an account for a person.
import { hashPassword } from '@quittance/adapters/passwords';
import { fill } from '@quittance/contracts/messages';
import type { Role } from '@quittance/core/access';
import { createUser } from '@quittance/usecases/users';
import { WrongUse } from '../../run/answer.ts';
import type { Call } from '../../run/cli.ts';
import { answer, conclude, type Desk } from '../../run/desk.ts';
import { inOrganization } from '../../run/in-house.ts';
import { readPassword } from './read-password.ts';

type Options = Readonly<{ email: string; name?: string; role: Role; passwordStdin?: boolean }>;

/** The command. */
export async function run(desk: Desk, { options }: Call<Options>): Promise<number> {
  const { email, name = email.split('@')[0]!, role, passwordStdin } = options;
  const { says, usageErrors } = desk.words;
  if (!passwordStdin) throw new WrongUse(usageErrors.passwordFromStdin);
  const password = await readPassword();
  if (!password.ok) return conclude(desk, async () => password);
  return inOrganization(desk, async ({ context, language }) => {
    const user = { email, name, role, language, password: password.value };
    const made = await createUser(context, hashPassword, user);
    return made.ok ? answer({ userId: made.value, email, role }, fill(says.userAdded, { email })) : made;
  });
}
