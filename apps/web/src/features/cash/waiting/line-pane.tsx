// Line pane: one movement beside the list: the bank's own words with the evidence marked, the explanations, and the deeds.
import { Button, Group, Kbd, Text } from '@mantine/core';
import { type MovementRow, type MovementView, matching } from '@quittance/contracts/api';
import { Amount, DayText } from '@quittance/ui/values';
import { useRead } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { ProblemPage, Waiting } from '../../../page/index.ts';
import { useReturnReason } from '../../payments/return-reason.ts';
import { grouped } from '../grouped.ts';
import { BankText } from './bank-text.tsx';
import { Explanation } from './explanation.tsx';
import { payerOf } from './line-columns.tsx';
import { PastDecisions } from './past-decisions.tsx';
import { Sure } from './sure.tsx';

/** What the pane may ask for. */
export type PaneDeeds = Readonly<{
  canDecide: boolean;
  canSetAside: boolean;
  onAccept: (line: MovementRow, choice: number) => void;
  onByHand: (line: MovementRow) => void;
  onSetAside: (line: MovementRow) => void;
}>;

type PaneProps = PaneDeeds & Readonly<{ line: MovementRow; choice: number; onChoice: (choice: number) => void }>;

function Facts({ line, view }: Readonly<{ line: MovementRow; view: MovementView | undefined }>) {
  const { t } = useWords('cash');
  const reasonOf = useReturnReason();
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    ['account', line.account.name || (line.account.iban && grouped(line.account.iban))],
    ['iban', line.counterpartyIban && grouped(line.counterpartyIban)],
    ['endToEnd', view?.endToEndId],
    ['creditorReference', view?.creditorReference],
    ['mandate', view?.mandateId],
    ['returnReason', view?.returnReason && reasonOf(view.returnReason)],
  ];
  return (
    <dl className="q-linefacts">
      {facts.map(([key, value]) =>
        value ? (
          <div key={key}>
            <dt>{t(`fact.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

function Choices({ view, choice, onChoice }: Pick<PaneProps, 'choice' | 'onChoice'> & { view: MovementView }) {
  const { t } = useWords('cash');
  const { day } = useFormats();
  const { proposal } = view;
  if (!proposal?.best) return <Text size="sm">{t(proposal ? 'nothing' : 'unasked')}</Text>;
  const all = [proposal.best, ...proposal.alternatives];
  const shown = all[choice] ?? proposal.best;
  return (
    <>
      {all.length > 1 && (
        <fieldset className="q-choices" aria-label={t('choices')}>
          {all.map((one, at) => (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: explanations stand in their order
              key={at}
              type="button"
              aria-pressed={at === choice}
              className="q-choice"
              onClick={() => onChoice(at)}
            >
              <Kbd size="xs">{at + 1}</Kbd>{' '}
              {one.returned
                ? day(one.returned.paidOn)
                : one.allocations.map(({ number }) => number).join(', ') ||
                  one.customers.map(({ name }) => name).join(', ')}{' '}
              <Sure of={one} />
            </button>
          ))}
        </fieldset>
      )}
      <Explanation of={shown} currency={view.currency} />
    </>
  );
}

function Deeds({ line, choice, canDecide, canSetAside, onAccept, onByHand, onSetAside }: Omit<PaneProps, 'onChoice'>) {
  const { t } = useWords('cash');
  return (
    <Group gap="xs">
      {canDecide && line.proposal?.best && (
        <Button size="xs" onClick={() => onAccept(line, choice)} rightSection={<Kbd size="xs">↵</Kbd>}>
          {t('accept')}
        </Button>
      )}
      {canDecide && line.kind !== 'money_out' && (
        <Button size="xs" variant="default" onClick={() => onByHand(line)} rightSection={<Kbd size="xs">M</Kbd>}>
          {t(line.kind === 'return' ? 'returned.byHand' : 'byHand')}
        </Button>
      )}
      {canSetAside && (
        <Button size="xs" variant="default" onClick={() => onSetAside(line)} rightSection={<Kbd size="xs">E</Kbd>}>
          {t('aside.do')}
        </Button>
      )}
    </Group>
  );
}

/** Follows the line the keyboard is on. */
export function LinePane(props: PaneProps) {
  const { line, choice, onChoice } = props;
  const { t } = useWords('cash');
  const params = { transactionId: line.transactionId };
  const answer = useRead(matching.line, { params }, { keep: true });
  const view = answer.data?.transactionId === line.transactionId ? answer.data : undefined;
  const best = line.proposal?.best;
  const told = view?.proposal ? ([view.proposal.best, ...view.proposal.alternatives][choice] ?? best) : best;
  return (
    <section className="q-panel q-pane" aria-label={t('pane')}>
      <header>
        <h2>{payerOf(line)}</h2>
        <Amount cents={line.cents} currency={line.currency} strong />
      </header>
      <Text size="sm" c="dimmed">
        {t('bookedOn')} <DayText day={line.bookedOn} /> · {t(`kind.${line.kind}`)}
        {line.openCents < Math.abs(line.cents) && (
          <>
            {' · '}
            {t('left')} <Amount cents={line.openCents} currency={line.currency} />
          </>
        )}
      </Text>
      <BankText text={line.label} spans={told?.spans ?? []} />
      <Facts line={line} view={view} />
      <Deeds {...props} />
      {view && <Choices view={view} choice={choice} onChoice={onChoice} />}
      {!view &&
        (answer.error ? <ProblemPage error={answer.error} onRetry={() => void answer.refetch()} /> : <Waiting />)}
      {view && <PastDecisions of={view.decided} />}
    </section>
  );
}
