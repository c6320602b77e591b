// Clock port: the only place where "now" comes from.

export type Clock = Readonly<{
  now(): Date;
  /**
   * True when the instant is not the machine's: a story, or a command run for another day. What is recorded then carries
   * that instant too.
   */
  driven: boolean;
}>;

/** The machine's clock. */
export const machineClock: Clock = { now: () => new Date(), driven: false };

/** Stands still at an instant: for `--on` and for tests. */
export const clockAt = (instant: Date): Clock => ({ now: () => instant, driven: true });
