// Apply parts: an amount for each open term, what is left of the credit counted as they are typed, and the deed.
import { Button, Group, Table, Text } from '@mantine/core';
import { allocations } from '@quittance/contracts/api';
import type { RouteOutput } from '@quittance/contracts/route';
import { Amount, DayText } from '@quittance/ui/values';
import { useState } from 'react';
import { useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { MoneyField } from '../../../money/index.ts';
import { ProblemNote, useToast } from '../../../page/index.ts';
import { INVOICE_READS } from '../stale.ts';

type Proposal = RouteOutput<typeof allocations.propose>;
type Amounts = Readonly<Record<number, number>>;

const proposed = (parts: Proposal['parts']): Amounts =>
  Object.fromEntries(parts.map(({ receivableId, proposedCents }) => [receivableId, proposedCents]));

function Lines({
  proposal,
  amounts,
  onChange,
}: Readonly<{ proposal: Proposal; amounts: Amounts; onChange: (amounts: Amounts) => void }>) {
  const { t } = useWords('invoices');
  const { currency } = proposal.credit;
  return (
    <Table.ScrollContainer minWidth={300}>
      <Table aria-label={t('apply.parts')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('number')}</Table.Th>
            <Table.Th visibleFrom="xs">{t('due')}</Table.Th>
            <Table.Th ta="right">{t('open')}</Table.Th>
            <Table.Th ta="right">{t('apply.amount')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {proposal.parts.map(({ receivableId, invoiceNumber, dueOn, openCents }, at) => (
            <Table.Tr key={receivableId}>
              <Table.Td>
                {invoiceNumber}
                <Text size="xs" c="dimmed" hiddenFrom="xs">
                  <DayText day={dueOn} />
                </Text>
              </Table.Td>
              <Table.Td visibleFrom="xs">
                <DayText day={dueOn} />
              </Table.Td>
              <Table.Td className="q-num">
                <Amount cents={openCents} currency={currency} />
              </Table.Td>
              <Table.Td w={{ base: 110, xs: 150 }}>
                <MoneyField
                  isCell
                  isFirst={at === 0}
                  label={t('apply.amountOf', { number: invoiceNumber })}
                  value={amounts[receivableId] ?? 0}
                  onChange={(cents) => onChange({ ...amounts, [receivableId]: cents ?? 0 })}
                  max={openCents}
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
  const canSend = parts.length > 0 && left >= 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (canSend && !apply.isPending) submit();
      }}
    >
      <Lines proposal={proposal} amounts={amounts} onChange={setAmounts} />
      <ProblemNote error={apply.error} />
      <Group justify="space-between">
        <Text size="sm" fw={600} role="status" {...(left < 0 ? { c: 'red' } : {})}>
          {left < 0
            ? t('apply.tooMuch', { amount: money(-left, currency) })
            : t('apply.left', { used: money(used, currency), left: money(left, currency) })}
        </Text>
        <Group gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('words:do.cancel')}
          </Button>
          <Button type="submit" loading={apply.isPending} disabled={!canSend}>
            {t('apply.go')}
          </Button>
        </Group>
      </Group>
    </form>
  );
}
