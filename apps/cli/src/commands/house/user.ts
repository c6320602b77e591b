// quittance user add | disable: accounts of people.
import { hashPassword } from '@quittance/adapters/passwords';
import { fill } from '@quittance/contracts/messages';
import { ROLES, type Role } from '@quittance/core/access';
import { createUser, disableUser } from '@quittance/usecases/users';
import type { Command } from 'commander';
import { WrongUse } from '../../run/answer.ts';
import type { Cli } from '../../run/cli.ts';
import { answer, conclude, inOrganization } from '../../run/desk.ts';
import { readPassword } from './read-password.ts';

type AddOptions = Readonly<{ email: string; name?: string; role: Role; passwordStdin?: boolean }>;
type DisableOptions = Readonly<{ email: string }>;

function registerAdd(user: Command, cli: Cli): void {
  const { commands, options, says, usageErrors } = cli.words;
  user
    .command('add')
    .description(commands.userAdd)
    .requiredOption('--email <address>', options.userEmail)
    .option('--name <name>', options.userName)
    .addOption(cli.oneOf('--role <role>', `${options.role} (${ROLES.join(' ')})`, ROLES).default('collector'))
    .option('--password-stdin', options.passwordStdin)
    .action(
      cli.run<AddOptions>(async (desk, { options: { email, name = email.split('@')[0]!, role, passwordStdin } }) => {
        if (!passwordStdin) throw new WrongUse(usageErrors.passwordFromStdin);
        const password = await readPassword();
        if (!password.ok) return conclude(desk, async () => password);
        return inOrganization(desk, async ({ context, language }) => {
          const user = { email, name, role, language, password: password.value };
          const made = await createUser(context, hashPassword, user);
          return made.ok ? answer({ userId: made.value, email, role }, fill(says.userAdded, { email })) : made;
        });
      }),
    );
}

/** Registers both. */
export function registerUser(program: Command, cli: Cli): void {
  const { commands, options, says } = cli.words;
  const user = program.command('user').description(commands.user);
  registerAdd(user, cli);
  user
    .command('disable')
    .description(commands.userDisable)
    .requiredOption('--email <address>', options.userEmail)
    .action(
      cli.run<DisableOptions>((desk, { options: { email } }) =>
        inOrganization(desk, async ({ context }) => {
          const done = await disableUser(context, email);
          return done.ok ? answer({ userId: done.value, email }, fill(says.userDisabled, { email })) : done;
        }),
      ),
    );
}
