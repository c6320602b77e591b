// By hand: a movement is split over whatever was chosen, with a running difference; nothing leaves the dialog until it adds up.
import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import type { MovementRow } from '@quittance/contracts/api';
import { Amount } from '@quittance/ui/values';
import { useState } from 'react';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { ProblemNote, ProblemPage, SearchBox, Waiting } from '../../../page/index.ts';
import { payerOf } from '../waiting/line-columns.tsx';
import { composeParts, difference, EMPTY_CHOICE, type HandChoice } from './compose.ts';
import { type ItemLine, OpenItems } from './open-items.tsx';
import { Rest } from './rest.tsx';
import { type HandProps, useHandDecision } from './use-hand-decision.ts';
import { type ItemsInHand, useItems } from './use-items.ts';

/** The dialog starts from what the engine proposes. */
const startOf = ({ proposal }: MovementRow): HandChoice => {
  const allocations = proposal?.best?.allocations ?? [];
  const cents = (kind: 'receivable' | 'credit_note', idOf: (one: (typeof allocations)[number]) => number | null) =>
    Object.fromEntries(
      allocations.filter((one) => one.kind === kind).map((one) => [idOf(one) ?? 0, Math.min(one.cents, one.openCents)]),
    );
  return {
    ...EMPTY_CHOICE,
    receivables: cents('receivable', (one) => one.receivableId),
    creditNotes: cents('credit_note', (one) => one.creditNoteId),
  };
};

function Found({
  inHand,
  choice,
  onChange,
}: Readonly<{ inHand: ItemsInHand; choice: HandChoice; onChange: (choice: HandChoice) => void }>) {
  const { t } = useWords('cash');
  if (inHand.isWaiting) return <Waiting />;
  if (inHand.error && inHand.lines.length === 0) return <ProblemPage error={inHand.error} />;
  if (inHand.lines.length === 0) return <Text size="sm">{t('hand.nothing')}</Text>;
  const group = ({ kind }: ItemLine) => (kind === 'receivable' ? 'receivables' : 'creditNotes');
  return (
    <OpenItems
      lines={inHand.lines}
      centsOf={(line) => choice[group(line)][line.id] ?? 0}
      onChange={(line, cents) => onChange({ ...choice, [group(line)]: { ...choice[group(line)], [line.id]: cents } })}
    />
  );
}

/** Opened from a movement that waits. */
export function ByHandDialog({ line, onClose, onDecided }: HandProps) {
  const { t } = useWords('cash');
  const { money } = useFormats();
  const [search, setSearch] = useState<string | undefined>();
  const [choice, setChoice] = useState(() => startOf(line));
  const [learn, setLearn] = useState(true);
  const inHand = useItems(line.transactionId, search, choice);
  const decision = useHandDecision({ line, onClose, onDecided });
  const parts = composeParts(line.openCents, choice, inHand.items);
  const isShort = difference(line.openCents, choice) < 0 && choice.closing === null;
  const submit = () => {
    const cents = parts.reduce((all, part) => all + part.cents, 0);
    decision.send({ parts, note: '', learn }, t('hand.done', { amount: money(cents, line.currency) }));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('hand.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('words:do.close') }}
    >
      <Stack gap="sm">
        <Group justify="space-between">
          <Text size="sm" fw={600}>
            {payerOf(line)}
          </Text>
          <Amount cents={line.openCents} currency={line.currency} strong />
        </Group>
        <SearchBox value={search} placeholder={t('hand.search')} onSearch={setSearch} isFirst />
        <Found inHand={inHand} choice={choice} onChange={setChoice} />
        <Rest
          openCents={line.openCents}
          currency={line.currency}
          choice={choice}
          customers={inHand.customers}
          onChange={setChoice}
        />
        <Checkbox label={t('hand.learn')} checked={learn} onChange={(event) => setLearn(event.currentTarget.checked)} />
        <ProblemNote error={decision.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('words:do.cancel')}
          </Button>
          <Button onClick={submit} loading={decision.isPending} disabled={parts.length === 0 || isShort}>
            {t('hand.do')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
