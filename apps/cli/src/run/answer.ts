// What a command answers: one document for machines, a text for people, and whether it went well.

/** A refusal with its facts; the catalogue turns the code into a sentence. */
export type CliRefusal = Readonly<{ code: string }> & Readonly<Record<string, unknown>>;

/** A command's answer. */
export type Answer = Readonly<{
  /** The document of --json. */
  json: unknown;
  /** The same for people. */
  text: string;
  /** A sentence when part of it was refused: it goes to stderr, and the command leaves with 1. */
  problem?: string;
}>;

/** Bytes instead of an answer: a file written to stdout as it is. */
export type Bytes = Readonly<{ bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array> }>;

/** Wrong usage found after parsing; the sentence says what was expected. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}
