// Day line: a labelled day in a form.
import { Text } from '@mantine/core';
import { DayPicker } from '../../../page/index.ts';

type Props = Readonly<{ label: string; value: string; onChange: (day: string) => void; min?: string }>;

/** An emptied field keeps its day. */
export function DayLine({ label, value, onChange, min }: Props) {
  return (
    <div>
      <Text size="sm" fw={600} aria-hidden>
        {label}
      </Text>
      <DayPicker label={label} value={value} onChange={(day) => onChange(day ?? value)} {...(min ? { min } : {})} />
    </div>
  );
}
