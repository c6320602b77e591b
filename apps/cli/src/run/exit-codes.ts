// Exit codes: what a script may rely on.

/** Done. */
export const DONE = 0;
/** Refused or failed; the reason is on stderr. */
export const FAILED = 1;
/** Wrong usage. */
export const WRONG_USE = 2;
