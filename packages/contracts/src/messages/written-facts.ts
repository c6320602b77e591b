// Written facts: amounts and days among the facts of a sentence, as the reader's language writes them.

/** How a screen, a server or a shell writes amounts (cents) and days (YYYY-MM-DD). */
export type FactWriter = Readonly<{ amount: (cents: number) => string; day: (on: string) => string }>;

const DAY = /^\d{4}-\d\d-\d\d$/;

/** `cents` becomes `amount` and `…Cents` becomes `…`, both written; days are written; anything else stays. */
export function writtenFacts(facts: Readonly<Record<string, unknown>>, write: FactWriter): Record<string, unknown> {
  const written = Object.entries(facts).map(([name, fact]): [string, unknown] => {
    if (typeof fact === 'number' && name === 'cents') return ['amount', write.amount(fact)];
    if (typeof fact === 'number' && name.endsWith('Cents')) return [name.slice(0, -'Cents'.length), write.amount(fact)];
    return [name, typeof fact === 'string' && DAY.test(fact) ? write.day(fact) : fact];
  });
  return Object.fromEntries(written);
}
