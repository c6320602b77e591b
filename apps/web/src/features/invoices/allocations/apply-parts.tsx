// Apply parts: an amount for each open term, what is left of the credit counted as they are typed, and the deed.
import { Button, Group, NumberInput, Table, Text } from '@mantine/core';
import { allocations } from '@quittance/contracts/api';
import type { RouteOutput } from '@quittance/contracts/route';
import { Amount, DayText } from '@quittance/ui/values';
import { useState } from 'react';
import { useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { ProblemNote, useToast } from '../../../page/index.ts';
import { INVOICE_READS } from '../stale.ts';

type Proposal = RouteOutput<typeof allocations.propose>;
type Amounts = Readonly<Record<number, number>>;

const CENTS = 100;

const proposed = (parts: Proposal['parts']): Amounts =>
  Object.fromEntries(parts.map(({ receivableId, proposedCents }) => [receivableId, proposedCents]));

function Lines({
  proposal,
  amounts,
  onChange,
}: Readonly<{ proposal: Proposal; amounts: Amounts; onChange: (amounts: Amounts) => void }>) {
  const { t, language } = useWords('invoices');
  const { currency } = proposal.credit;
  return (
    <Table.ScrollContainer minWidth={440}>
      <Table aria-label={t('apply.parts')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('number')}</Table.Th>
            <Table.Th>{t('due')}</Table.Th>
            <Table.Th ta="right">{t('open')}</Table.Th>
            <Table.Th ta="right">{t('apply.amount')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {proposal.parts.map(({ receivableId, invoiceNumber, dueOn, openCents }) => (
            <Table.Tr key={receivableId}>
              <Table.Td>{invoiceNumber}</Table.Td>
              <Table.Td>
                <DayText day={dueOn} />
              </Table.Td>
              <Table.Td className="q-num">
                <Amount cents={openCents} currency={currency} />
              </Table.Td>
              <Table.Td w={150}>
                <NumberInput
                  aria-label={t('apply.amountOf', { number: invoiceNumber })}
                  value={(amounts[receivableId] ?? 0) / CENTS}
                  onChange={(value) => onChange({ ...amounts, [receivableId]: Math.round(Number(value) * CENTS) })}
                  min={0}
                  max={openCents / CENTS}
                  decimalScale={2}
                  fixedDecimalScale
                  decimalSeparator={language === 'fr' ? ',' : '.'}
                  hideControls
                  styles={{ input: { textAlign: 'right' } }}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** Starts from the amounts proposed. */
export function ApplyParts({ proposal, onClose }: Readonly<{ proposal: Proposal; onClose: () => void }>) {
  const { t } = useWords('invoices');
  const { money } = useFormats();
  const toast = useToast();
  const [amounts, setAmounts] = useState(() => proposed(proposal.parts));
  const apply = useWrite(allocations.apply, INVOICE_READS);
  const undo = useWrite(allocations.undo, INVOICE_READS);
  const { kind, id, openCents, currency } = proposal.credit;
  const used = Object.values(amounts).reduce((sum, cents) => sum + cents, 0);
  const left = openCents - used;
  const parts = proposal.parts
    .map(({ receivableId }) => ({ receivableId, cents: amounts[receivableId] ?? 0 }))
    .filter(({ cents }) => cents > 0);
  const submit = () =>
    apply.mutate(
      { body: { kind, id, parts } },
      {
        onSuccess: ({ allocationIds }) => {
          onClose();
          const reason = t('apply.undoReason');
          const back = () =>
            Promise.all(
              allocationIds.map((allocationId) => undo.mutateAsync({ params: { allocationId }, body: { reason } })),
            );
          toast.done(t('apply.done', { amount: money(used, currency) }), { undo: back });
        },
      },
    );
  return (
    <>
      <Lines proposal={proposal} amounts={amounts} onChange={setAmounts} />
      <ProblemNote error={apply.error} />
      <Group justify="space-between">
        <Text size="sm" fw={600} role="status" {...(left < 0 ? { c: 'red' } : {})}>
          {left < 0
            ? t('apply.tooMuch', { amount: money(-left, currency) })
            : t('apply.left', { used: money(used, currency), left: money(left, currency) })}
        </Text>
        <Button onClick={submit} loading={apply.isPending} disabled={parts.length === 0 || left < 0}>
          {t('apply.go')}
        </Button>
      </Group>
    </>
  );
}
