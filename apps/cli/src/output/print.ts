// Printing: answers to stdout, everything else to stderr. stdout is written to its end before the process leaves.
import type { Answer, Bytes } from '../run/answer.ts';

const write = (bytes: string | Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()));
  });

/** Prints the document, the text, or the bytes as they are. */
export async function printAnswer(answer: Answer | Bytes, asJson: boolean): Promise<void> {
  if ('bytes' in answer) {
    for await (const piece of answer.bytes) await write(piece);
    return;
  }
  if (asJson) await write(`${JSON.stringify(answer.json, null, 2)}\n`);
  else if (answer.text !== '') await write(`${answer.text}\n`);
}

/** A sentence about what went wrong. */
export const printProblem = (sentence: string): void => console.error(sentence);
