// Run button: looks at every waiting movement again and applies what is certain; then says what came of it.
import { Button } from '@mantine/core';
import { matching } from '@quittance/contracts/api';
import { RefreshCw } from 'lucide-react';
import { useWrite } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useToast } from '../../page/index.ts';
import { CASH_READS } from './stale.ts';

const ICON = 16;

/** What it applied can be read, and undone, under the second tab. */
export function RunButton() {
  const { t } = useWords('cash');
  const toast = useToast();
  const run = useWrite(matching.run, CASH_READS);
  const start = () =>
    run.mutate(
      { body: { apply: true } },
      {
        onSuccess: ({ applied, suggested, none }) =>
          toast.done(
            [
              t('run.applied', { count: applied }),
              t('run.suggested', { count: suggested }),
              t('run.none', { count: none }),
            ].join(' '),
          ),
        onError: toast.refused,
      },
    );
  return (
    <Button onClick={start} loading={run.isPending} leftSection={<RefreshCw size={ICON} aria-hidden />}>
      {t('run.do')}
    </Button>
  );
}
