// Told: a refusal of a use case as the door tells it.

/** Facts beside a code become the facts of the problem. */
export const told = <R extends Readonly<{ code: string }>>({ code, ...facts }: R) =>
  ({ code, ...(Object.keys(facts).length > 0 ? { facts } : {}) }) as {
    code: R['code'];
    facts?: Record<string, number | string>;
  };
