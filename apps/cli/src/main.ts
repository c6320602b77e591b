// Entry of the command line: runs the words it was called with, and leaves with the exit code they earned.
import { runProgram } from './program.ts';

// A reader that goes away (`| head`) ends the command without a word.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

process.exitCode = await runProgram(process.argv.slice(2), process.env);
