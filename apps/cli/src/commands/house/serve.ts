// quittance serve: the web server and the background work, until told to stop.
import { fill } from '@quittance/contracts/messages';
import { serve } from '@quittance/server';
import type { Call } from '../../run/cli.ts';
import type { Desk } from '../../run/desk.ts';
import { DONE, FAILED } from '../../run/exit-codes.ts';

type Options = Readonly<{ port?: string; host?: string; only?: string; demo?: boolean }>;

/** The command. */
export async function run({ globals, words, say }: Desk, { options }: Call<Options>): Promise<number> {
  const args = ['--data', globals.dataDir];
  if (options.port !== undefined) args.push('--port', options.port);
  if (options.host !== undefined) args.push('--host', options.host);
  if (options.only !== undefined) args.push('--only', options.only);
  if (options.demo) args.push('--demo');
  try {
    await serve(args, globals.env);
  } catch (error) {
    const { code, port } = error as NodeJS.ErrnoException & { port?: number };
    if (code !== 'EADDRINUSE') throw error;
    say(fill(words.says.portTaken, { port: port ?? '' }));
    return FAILED;
  }
  return DONE;
}
