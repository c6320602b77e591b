// Explanation: what a movement is thought to pay, item by item, and every reason for it in a sentence.
import { Table, Text } from '@mantine/core';
import type { ExplanationView } from '@quittance/contracts/api';
import { Amount, DayText } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { Returned } from './returned.tsx';

/** What is shown of an explanation or of a decision. */
export type Told = Pick<ExplanationView, 'customers' | 'allocations' | 'adjustments' | 'returned' | 'evidence'>;

function Items({ of }: Readonly<{ of: Told }>) {
  const { t } = useWords('cash');
  return (
    <Table.ScrollContainer minWidth={330}>
      <Table className="q-items" aria-label={t('items.label')} verticalSpacing={4} horizontalSpacing={5} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('items.number')}</Table.Th>
            <Table.Th>{t('items.due')}</Table.Th>
            <Table.Th ta="right">{t('items.open')}</Table.Th>
            <Table.Th ta="right">{t('items.cents')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {of.allocations.map((item, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same term may stand twice, paid and by credit note
            <Table.Tr key={at}>
              <Table.Td>
                {item.invoiceId && item.kind === 'receivable' ? (
                  <Link to="/invoices/$invoiceId" params={{ invoiceId: String(item.invoiceId) }}>
                    {item.number}
                  </Link>
                ) : (
                  t('items.creditNote', { number: item.number })
                )}
              </Table.Td>
              <Table.Td>
                <DayText day={item.dueOn} />
              </Table.Td>
              <Table.Td className="q-num">
                <Amount cents={item.openCents} currency={item.currency} />
              </Table.Td>
              <Table.Td className="q-num">
                <Amount
                  cents={item.kind === 'credit_note' ? -item.cents : item.cents}
                  currency={item.currency}
                  strong
                />
              </Table.Td>
            </Table.Tr>
          ))}
          {of.adjustments.map(({ receivableId, number, nature, cents }) => (
            <Table.Tr key={`${receivableId} ${nature}`}>
              <Table.Td colSpan={3}>{t('items.adjustment', { nature: t(`nature.${nature}`), number })}</Table.Td>
              <Table.Td className="q-num">
                <Amount cents={cents} currency={of.allocations[0]?.currency ?? 'EUR'} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** Why it is believed, a sentence for each code. */
export function Reasons({ of }: Readonly<{ of: Pick<Told, 'evidence'> }>) {
  const { t } = useWords('cash');
  return (
    <ul className="q-evidence">
      {of.evidence.map((code) => (
        <li key={code}>{t(`evidence.${code}`)}</li>
      ))}
    </ul>
  );
}

function Customers({ of }: Readonly<{ of: Pick<Told, 'customers'> }>) {
  return (
    <Text size="sm" fw={600}>
      {of.customers.map(({ customerId, ref, name }, at) => (
        <span key={customerId}>
          {at > 0 && ', '}
          <Link to="/customers/$customerId" params={{ customerId: String(customerId) }}>
            {name}
          </Link>{' '}
          <Text span size="xs" c="dimmed">
            {ref}
          </Text>
        </span>
      ))}
    </Text>
  );
}

/** Whose, what, what is left, why. */
export function Explanation({ of, currency }: Readonly<{ of: ExplanationView; currency: string }>) {
  const { t } = useWords('cash');
  const { money } = useFormats();
  return (
    <div className="q-explanation">
      <Customers of={of} />
      {of.paymentId && <Text size="sm">{t('recorded')}</Text>}
      {of.returned && <Returned of={of.returned} />}
      {of.allocations.length > 0 && <Items of={of} />}
      {of.unappliedCents > 0 && <Text size="sm">{t('unapplied', { amount: money(of.unappliedCents, currency) })}</Text>}
      <Reasons of={of} />
    </div>
  );
}

/** A decision as it was taken. */
export const DecisionItems = ({ of }: Readonly<{ of: Told }>) => (
  <>
    <Customers of={of} />
    {of.returned && <Returned of={of.returned} />}
    {of.allocations.length > 0 && <Items of={of} />}
    <Reasons of={of} />
  </>
);
