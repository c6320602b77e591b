// Persist: writes that must not be lost because the database was away for a moment: what they record has happened outside already.

const WAITS_MS = [100, 500, 2_000, 5_000, 10_000];

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs `act` until it succeeds, over about twenty seconds. @throws what it threw the last time */
export async function persist<T>(act: () => Promise<T>): Promise<T> {
  for (const wait of WAITS_MS) {
    try {
      return await act();
    } catch {
      await pause(wait);
    }
  }
  return act();
}
