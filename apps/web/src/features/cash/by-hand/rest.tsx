// Rest: the running difference, and what becomes of what is over or missing.
import { Radio, Select, Stack, Text } from '@mantine/core';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { difference, type HandChoice } from './compose.ts';

const CLOSINGS = ['bank_fee', 'discount', 'write_off'] as const;

type RestProps = Readonly<{
  openCents: number;
  currency: string;
  choice: HandChoice;
  customers: readonly Readonly<{ customerId: number; name: string }>[];
  onChange: (choice: HandChoice) => void;
}>;

function Over({ choice, customers, onChange }: Omit<RestProps, 'openCents' | 'currency'>) {
  const { t } = useWords('cash');
  const first = customers[0]?.customerId ?? null;
  return (
    <>
      <Radio.Group
        label={t('hand.over')}
        value={choice.rest === null ? 'wait' : 'account'}
        onChange={(value) => onChange({ ...choice, rest: value === 'wait' ? null : first })}
      >
        <Stack gap={4} mt={4}>
          <Radio value="wait" label={t('hand.wait')} />
          <Radio value="account" label={t('hand.onAccount')} disabled={first === null} />
        </Stack>
      </Radio.Group>
      {choice.rest !== null && (
        <Select
          aria-label={t('hand.customer')}
          data={customers.map(({ customerId, name }) => ({ value: String(customerId), label: name }))}
          value={String(choice.rest)}
          onChange={(value) => value && onChange({ ...choice, rest: Number(value) })}
          allowDeselect={false}
          searchable
        />
      )}
    </>
  );
}

function Missing({ choice, onChange }: Pick<RestProps, 'choice' | 'onChange'>) {
  const { t } = useWords('cash');
  return (
    <Radio.Group
      label={t('hand.missing')}
      value={choice.closing ?? ''}
      onChange={(closing) => onChange({ ...choice, closing: closing as HandChoice['closing'] })}
    >
      <Stack gap={4} mt={4}>
        {CLOSINGS.map((nature) => (
          <Radio key={nature} value={nature} label={t(`hand.closing.${nature}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** Said aloud as it changes. */
export function Rest(props: RestProps) {
  const { openCents, currency, choice } = props;
  const { t } = useWords('cash');
  const { money } = useFormats();
  const left = difference(openCents, choice);
  const word = left === 0 ? 'even' : left > 0 ? 'leftOver' : 'leftMissing';
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600} role="status">
        {t(`hand.${word}`, { amount: money(Math.abs(left), currency), of: money(openCents, currency) })}
      </Text>
      {left > 0 && <Over {...props} />}
      {left < 0 && <Missing {...props} />}
    </Stack>
  );
}
