// quittance serve: the web server and the background work, until told to stop.
import { fill } from '@quittance/contracts/messages';
import type { Command } from 'commander';
import type { Cli } from '../../run/cli.ts';
import { DONE, FAILED } from '../../run/exit-codes.ts';

type Options = Readonly<{ port?: string; host?: string; only?: string; demo?: boolean }>;

/** Registers it. */
export function registerServe(program: Command, cli: Cli): void {
  const { commands, options } = cli.words;
  program
    .command('serve')
    .description(commands.serve)
    .option('--port <number>', options.port)
    .option('--host <address>', options.host)
    .option('--only <half>', options.only)
    .option('--demo', options.demo)
    .action(
      cli.run<Options>(async ({ globals, say }, { options: given }) => {
        const args = ['--data', globals.dataDir];
        if (given.port !== undefined) args.push('--port', given.port);
        if (given.host !== undefined) args.push('--host', given.host);
        if (given.only !== undefined) args.push('--only', given.only);
        if (given.demo) args.push('--demo');
        const { serve } = await import('@quittance/server');
        try {
          await serve(args, globals.env);
        } catch (error) {
          const { code, port } = error as NodeJS.ErrnoException & { port?: number };
          if (code !== 'EADDRINUSE') throw error;
          say(fill(cli.words.says.portTaken, { port: port ?? '' }));
          return FAILED;
        }
        return DONE;
      }),
    );
}
