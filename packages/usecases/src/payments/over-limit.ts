// Over limit: a small difference that is not small.

/** Refused: what would be closed, and the company's limit, both in cents of the currency. */
export type OverLimit = Readonly<{ code: 'over_limit'; amountCents: number; limitCents: number; currency: string }>;
