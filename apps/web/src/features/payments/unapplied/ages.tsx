// Ages: how much waits since when; each age is a filter.
import { type payments, unappliedAge } from '@quittance/contracts/api';
import type { RouteOutput } from '@quittance/contracts/route';
import { Amount } from '@quittance/ui/values';
import { useWords } from '../../../i18n/index.ts';

type Props = Readonly<{
  of: RouteOutput<typeof payments.list> | undefined;
  age: string | undefined;
  onAge: (age: string | undefined) => void;
}>;

/** Drawn before the figures are there, so that nothing jumps. */
export function Ages({ of, age, onAge }: Props) {
  const { t } = useWords('payments');
  return (
    <fieldset className="q-ages" aria-label={t('unapplied.ages')}>
      {unappliedAge.options.map((one) => {
        const held = of?.ages.find((each) => each.age === one);
        return (
          <button
            key={one}
            type="button"
            className="q-age"
            aria-pressed={age === one}
            onClick={() => onAge(age === one ? undefined : one)}
          >
            <span>{t(`age.${one}`)}</span> <b>{(held?.count ?? 0).toLocaleString()}</b>{' '}
            {held && of && <Amount cents={held.openCents} currency={of.currency} />}
          </button>
        );
      })}
    </fieldset>
  );
}
