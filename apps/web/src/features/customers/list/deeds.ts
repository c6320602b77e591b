// Deeds: what may be done to many customers at once.

/** Each of them, in the order of the bar. */
export const DEEDS = ['owner', 'scenario', 'segment', 'hold', 'free'] as const;

/** One of them. */
export type Deed = (typeof DEEDS)[number];
