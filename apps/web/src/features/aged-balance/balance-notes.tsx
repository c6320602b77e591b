// Balance notes: whether the total ties to the books and how fresh the data is above the table; what was entered after the day under it.
import { Group, Stack, Text } from '@mantine/core';
import type { agedBalance, LedgerTie } from '@quittance/contracts/api';
import type { RouteOutput } from '@quittance/contracts/route';
import { StatusBadge } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { useFormats, useWords } from '../../i18n/index.ts';

type Balance = RouteOutput<(typeof agedBalance)['get']>;

function Tie({ tie, currency }: Readonly<{ tie: LedgerTie; currency: string }>) {
  const { t } = useWords('aged-balance');
  const { money, day } = useFormats();
  const accounts = tie.accounts
    .map(({ account, cents }) => t('tie.account', { account, amount: money(cents, currency) }))
    .join(', ');
  const facts = {
    on: day(tie.booksOn),
    accounts,
    amount: money(tie.quittanceCents, currency),
    ledger: money(tie.ledgerCents, currency),
    difference: money(tie.differenceCents, currency),
  };
  return <Text size="sm">{t(tie.differenceCents === 0 ? 'tie.agrees' : 'tie.differs', facts)}</Text>;
}

/** Why the books differ: what came from elsewhere, and where the rest is told. */
function Difference({ tie, currency }: Readonly<{ tie: LedgerTie; currency: string }>) {
  const { t } = useWords('aged-balance');
  const { money } = useFormats();
  const { outside, differenceCents } = tie;
  return (
    <Text size="sm">
      {outside &&
        outside.facts > 0 &&
        t('tie.outside', { count: outside.facts, amount: money(outside.cents, currency) })}{' '}
      {outside && outside.lateFeeCents > 0 && t('tie.lateFees', { amount: money(outside.lateFeeCents, currency) })}{' '}
      {t(outside?.cents === differenceCents ? 'tie.whole' : 'tie.why')} <Link to="/imports">{t('tie.see')}</Link>
    </Text>
  );
}

/** Above the table: tied or not in a few words, and how far the data goes. */
export function BalanceState({ balance }: Readonly<{ balance: Balance }>) {
  const { t } = useWords('aged-balance');
  const { day, instant, money } = useFormats();
  const { tie, freshness, currency } = balance;
  const isTied = tie?.differenceCents === 0;
  return (
    <Group gap="sm" c="dimmed">
      {tie && (
        <StatusBadge mood={isTied ? 'good' : 'warn'}>
          {isTied ? t('tied') : t('untied', { difference: money(tie.differenceCents, currency) })}
        </StatusBadge>
      )}
      {freshness.coversToOn && freshness.lastImportAt && (
        <Text size="sm">{t('fresh', { on: day(freshness.coversToOn), at: instant(freshness.lastImportAt) })}</Text>
      )}
    </Group>
  );
}

/** Sentences under the table. */
export function BalanceNotes({ balance, isPast }: Readonly<{ balance: Balance; isPast: boolean }>) {
  const { t } = useWords('aged-balance');
  const { money, instant } = useFormats();
  const { tie, enteredLater, currency } = balance;
  return (
    <Stack gap={4} mt="md" maw="75ch" c="dimmed">
      {tie && <Tie tie={tie} currency={currency} />}
      {tie && tie.differenceCents !== 0 && <Difference tie={tie} currency={currency} />}
      {isPast && <Text size="sm">{t('past')}</Text>}
      {enteredLater && enteredLater.facts > 0 && (
        <Text size="sm">
          {t('later', {
            count: enteredLater.facts,
            amount: money(enteredLater.cents, currency),
            on: instant(enteredLater.lastAt),
          })}
        </Text>
      )}
    </Stack>
  );
}
