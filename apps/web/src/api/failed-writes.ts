// Failed writes: those that were refused because the session had ended, kept to be sent again once the reader is back.

/** As much of a mutation as sending it again takes. */
type Write = Readonly<{ execute(variables: unknown): Promise<unknown>; state: Readonly<{ variables: unknown }> }>;

const kept = new Set<Write>();

/** The session ended under this write. */
export const keepFailedWrite = (write: Write): void => {
  kept.add(write);
};

/** The writes to send again, in the order they were tried; each is given out once. Sending throws what the server refuses. */
export function takeFailedWrites(): readonly (() => Promise<unknown>)[] {
  const writes = [...kept];
  kept.clear();
  return writes.map((write) => () => write.execute(write.state.variables));
}
