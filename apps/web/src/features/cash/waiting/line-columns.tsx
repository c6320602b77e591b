// Line columns: the day, who the bank says paid, what is proposed, how sure it is, how much.
import { Text } from '@mantine/core';
import type { MovementRow } from '@quittance/contracts/api';
import { Amount, DayText, StatusBadge } from '@quittance/ui/values';
import { useFormats, useWords } from '../../../i18n/index.ts';
import type { Column } from '../../../table/index.ts';
import { Sure } from './sure.tsx';

/** Whom the bank names, else the beginning of its text. */
export const payerOf = ({ counterpartyName, label }: Pick<MovementRow, 'counterpartyName' | 'label'>): string =>
  counterpartyName ?? label.split('\n')[0] ?? '';

/** The items of the best explanation in a few words. */
function useGist(): (line: MovementRow) => string {
  const { t } = useWords('cash');
  const { day } = useFormats();
  return ({ proposal }) => {
    const best = proposal?.best;
    if (!best) return t(proposal ? 'gist.nothing' : 'gist.unasked');
    const { returned } = best;
    if (returned) return t('gist.returned', { on: day(returned.paidOn), who: returned.customer.name });
    const who = best.customers.map(({ name }) => name).join(', ');
    if (best.allocations.length === 0) return t(best.paymentId ? 'gist.recorded' : 'gist.onAccount', { who });
    return `${best.allocations.map(({ number }) => number).join(', ')} · ${who}`;
  };
}

function Gist({ line }: Readonly<{ line: MovementRow }>) {
  const { t } = useWords('cash');
  const gist = useGist()(line);
  const rivals = line.proposal?.rivals ?? 0;
  return (
    <Text size="sm" truncate title={gist}>
      {gist}
      {rivals > 0 && (
        <Text span size="xs" c="dimmed">
          {' '}
          {t('gist.rivals', { count: rivals })}
        </Text>
      )}
    </Text>
  );
}

/** Columns of what waits. */
export function useLineColumns(): Column<MovementRow>[] {
  const { t } = useWords('cash');
  return [
    { key: 'on', title: t('column.on'), sort: 'bookedOn', cell: ({ bookedOn }) => <DayText day={bookedOn} /> },
    {
      key: 'who',
      title: t('column.who'),
      isName: true,
      cell: (line) => (
        <Text size="sm" fw={500} truncate title={line.label}>
          {line.kind !== 'receipt' && <StatusBadge mood="warn">{t(`kind.${line.kind}`)}</StatusBadge>} {payerOf(line)}
        </Text>
      ),
    },
    {
      key: 'cents',
      title: t('column.cents'),
      sort: 'cents',
      numeric: true,
      cell: ({ cents, openCents, currency }) => (
        <Amount cents={cents < 0 ? -openCents : openCents} currency={currency} strong />
      ),
    },
    { key: 'gist', title: t('column.gist'), cell: (line) => <Gist line={line} /> },
    {
      key: 'sure',
      title: t('column.sure'),
      sort: 'confidence',
      cell: ({ proposal }) => <Sure of={proposal?.best ?? null} />,
    },
  ];
}
