// Summands: amounts that may be added, and what a search among them found.

/** An amount with its sign: receivables add, credit notes take away. */
export type Summand = Readonly<{ itemId: number; cents: number }>;

/** What a search found: at most two combinations (the second shows a tie), and how many it looked at. */
export type Combinations = Readonly<{ found: readonly (readonly Summand[])[]; examined: number; isComplete: boolean }>;
