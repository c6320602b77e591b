// Decision drawer: a movement that found its place, with the bank's words, the evidence, and every decision ever taken about it.
import { Drawer, Stack, Text } from '@mantine/core';
import { type MovementRow, matching } from '@quittance/contracts/api';
import { Amount, DayText } from '@quittance/ui/values';
import { useRead } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { Answer } from '../../../page/index.ts';
import { useActor } from '../../../session/index.ts';
import { BankText } from '../waiting/bank-text.tsx';
import { DecisionItems } from '../waiting/explanation.tsx';
import { payerOf } from '../waiting/line-columns.tsx';
import { PastDecisions } from '../waiting/past-decisions.tsx';

/** Reads only. */
export function DecisionDrawer({ line, onClose }: Readonly<{ line: MovementRow; onClose: () => void }>) {
  const { t } = useWords('cash');
  const { instant } = useFormats();
  const actorOf = useActor();
  const answer = useRead(matching.line, { params: { transactionId: line.transactionId } });
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={payerOf(line)}
      closeButtonProps={{ 'aria-label': t('words:do.close') }}
    >
      <Stack gap="sm">
        <Text size="sm">
          {t('bookedOn')} <DayText day={line.bookedOn} /> ·{' '}
          <Amount cents={line.cents} currency={line.currency} strong />
        </Text>
        <Answer of={answer}>
          {(view) => {
            const live = view.decided.filter(({ undone }) => undone === null);
            return (
              <>
                <BankText text={view.label} spans={live[0]?.spans ?? []} />
                {live.map((one) => (
                  <div key={one.decisionId}>
                    <Text size="sm">{t(`taken.${one.origin}`, { who: actorOf(one.actor), at: instant(one.at) })}</Text>
                    <DecisionItems of={one} />
                  </div>
                ))}
                <PastDecisions of={view.decided.filter(({ undone }) => undone !== null)} />
              </>
            );
          }}
        </Answer>
      </Stack>
    </Drawer>
  );
}
