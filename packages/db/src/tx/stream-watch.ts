// Remembers which transactions consumed a stream: what has been read once cannot be fed again on a retry.

const usedBy = new WeakMap<object, () => void>();

/** Follows the transactions of one `withOrg`. */
export function watchStreams(): { watch(tx: object): void; wereUsed(): boolean } {
  let used = false;
  const mark = () => {
    used = true;
  };
  return { watch: (tx) => usedBy.set(tx, mark), wereUsed: () => used };
}

/** Says that `tx` consumed a stream. */
export const markStreamUsed = (tx: object): void => usedBy.get(tx)?.();
