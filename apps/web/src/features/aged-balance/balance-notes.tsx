// Balance notes: how the total ties to the books, and what was entered after the day shown.
import { Stack, Text } from '@mantine/core';
import type { agedBalance, LedgerTie } from '@quittance/contracts/api';
import type { RouteOutput } from '@quittance/contracts/route';
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

/** Sentences under the table. */
export function BalanceNotes({ balance }: Readonly<{ balance: Balance }>) {
  const { t } = useWords('aged-balance');
  const { money, instant } = useFormats();
  const { tie, enteredLater, currency } = balance;
  return (
    <Stack gap={4} mt="md" maw="75ch" c="dimmed">
      {tie && <Tie tie={tie} currency={currency} />}
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
