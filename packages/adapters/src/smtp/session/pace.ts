// Pace: no more than so many messages a second, evenly spread.

/** Resolves when the next message may go; 0 per second sets no limit. */
export function createPace(perSecond: number): () => Promise<void> {
  if (perSecond <= 0) return () => Promise.resolve();
  const gap = 1000 / perSecond;
  let nextAt = 0;
  return () => {
    const now = performance.now();
    const at = Math.max(now, nextAt);
    nextAt = at + gap;
    return at === now ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, at - now));
  };
}
