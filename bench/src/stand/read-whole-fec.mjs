// Reads a FEC to its end, customer lines made into records, and returns how many there were.
import { createReadStream } from 'node:fs';
import { readFec } from '@quittance/formats/fec';

/** @throws Error with the refusal's code when the file is refused */
export async function readWholeFec(path) {
  const reading = readFec(createReadStream(path), { keepAccount: (account) => account.startsWith('41') });
  let lines = 0;
  for await (const batch of reading.batches) lines += batch.lines.length;
  const outcome = reading.outcome();
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return lines;
}
