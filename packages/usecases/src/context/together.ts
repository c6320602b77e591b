// Together: several things asked at once, none of them still under way when a failure is told.

/** What each answers, in their order. @throws the failure of the first that failed, once all have ended */
export async function together<const T extends readonly unknown[]>(
  asked: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(asked);
  return Promise.all(asked);
}
