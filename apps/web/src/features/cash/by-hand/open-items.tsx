// Open items: terms and credit notes that may be chosen for a movement, with the amount each takes.
import { Checkbox, Table, Text } from '@mantine/core';
import { Amount, DayText } from '@quittance/ui/values';
import { useWords } from '../../../i18n/index.ts';
import { MoneyField } from '../../../money/index.ts';

/** A term or a credit note as a line of the list. */
export type ItemLine = Readonly<{
  id: number;
  kind: 'receivable' | 'credit_note';
  number: string;
  customerName: string;
  on: string;
  openCents: number;
  currency: string;
}>;

type LinesProps = Readonly<{
  lines: readonly ItemLine[];
  centsOf: (line: ItemLine) => number;
  onChange: (line: ItemLine, cents: number) => void;
}>;

function Line({
  line,
  cents,
  onChange,
}: Readonly<{ line: ItemLine; cents: number; onChange: (cents: number) => void }>) {
  const { t } = useWords('cash');
  const { number, openCents, currency } = line;
  const shown = line.kind === 'credit_note' ? -openCents : openCents;
  return (
    <Table.Tr>
      <Table.Td>
        <Checkbox
          aria-label={t('hand.choose', { number })}
          checked={cents > 0}
          onChange={(event) => onChange(event.currentTarget.checked ? openCents : 0)}
        />
      </Table.Td>
      <Table.Td>
        {line.kind === 'credit_note' ? t('items.creditNote', { number }) : number}
        <Text size="xs" c="dimmed" hiddenFrom="sm">
          {line.customerName} · <DayText day={line.on} /> · <Amount cents={shown} currency={currency} />
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm">{line.customerName}</Table.Td>
      <Table.Td visibleFrom="sm">
        <DayText day={line.on} />
      </Table.Td>
      <Table.Td className="q-num" visibleFrom="sm">
        <Amount cents={shown} currency={currency} />
      </Table.Td>
      <Table.Td w={{ base: 125, sm: 140 }}>
        <MoneyField
          isCell
          label={t('hand.amountOf', { number })}
          value={cents}
          onChange={(typed) => onChange(typed ?? 0)}
          max={openCents}
        />
      </Table.Td>
    </Table.Tr>
  );
}

/** Ticking a line takes all that is open of it. */
export function OpenItems({ lines, centsOf, onChange }: LinesProps) {
  const { t } = useWords('cash');
  return (
    <Table.ScrollContainer minWidth={300} maxHeight={340}>
      <Table aria-label={t('hand.items')} stickyHeader verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th />
            <Table.Th>{t('items.number')}</Table.Th>
            <Table.Th visibleFrom="sm">{t('hand.customer')}</Table.Th>
            <Table.Th visibleFrom="sm">{t('items.due')}</Table.Th>
            <Table.Th ta="right" visibleFrom="sm">
              {t('items.open')}
            </Table.Th>
            <Table.Th ta="right">{t('items.cents')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Line
              key={`${line.kind} ${line.id}`}
              line={line}
              cents={centsOf(line)}
              onChange={(cents) => onChange(line, cents)}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
