// Gap: a statement that is missing, with its days and, where balances tell, its sum.
import { Text } from '@mantine/core';
import type { BankAccountView } from '@quittance/contracts/api';
import { useFormats, useWords } from '../../../i18n/index.ts';

/** A sentence. */
export function Gap({ of, currency }: Readonly<{ of: BankAccountView['gaps'][number]; currency: string }>) {
  const { t } = useWords('cash');
  const { day, money } = useFormats();
  const days = { from: day(of.afterOn), to: day(of.beforeOn) };
  return (
    <Text size="sm" className="q-cashgap">
      {of.missingCents === null
        ? t('statements.gapUnknown', days)
        : t('statements.gap', { ...days, amount: money(of.missingCents, currency) })}
    </Text>
  );
}
