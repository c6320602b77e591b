// Ages: how much waits since when, drawn before the figures are there so that nothing jumps; each age is a filter.
import { Amount, NumberText } from '@quittance/ui/values';

/** One age: its word, how many wait, and how much in each currency. */
export type AgeHeld<A extends string> = Readonly<{
  age: A;
  word: string;
  count: number;
  sums: readonly Readonly<{ cents: number; currency: string }>[];
}>;

type Props<A extends string> = Readonly<{
  label: string;
  of: readonly AgeHeld<A>[];
  age: string | undefined;
  onAge: (age: A | undefined) => void;
}>;

/** Pressing the one that is on takes it off. */
export function Ages<A extends string>({ label, of, age, onAge }: Props<A>) {
  return (
    <fieldset className="q-ages" aria-label={label}>
      {of.map((held) => (
        <button
          key={held.age}
          type="button"
          className="q-age"
          aria-pressed={age === held.age}
          onClick={() => onAge(age === held.age ? undefined : held.age)}
        >
          <span>{held.word}</span>{' '}
          <b>
            <NumberText value={held.count} />
          </b>{' '}
          {held.sums.map(({ cents, currency }) => (
            <Amount key={currency} cents={cents} currency={currency} />
          ))}
        </button>
      ))}
    </fieldset>
  );
}
