// Bulk accept: every proposal at least so sure, counted before it is done.
import { Button, Select } from '@mantine/core';
import { matching } from '@quittance/contracts/api';
import { useState } from 'react';
import { useRead } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { ConfirmDialog } from '../../../page/index.ts';

const LEVELS = ['0.995', '0.98', '0.95', '0.9', '0.8'] as const;
const PERCENT = 100;

type Props = Readonly<{ onAccept: (minConfidence: number) => void; isBusy: boolean }>;

/** Nothing is offered where no proposal reaches the level. */
export function BulkAccept({ onAccept, isBusy }: Props) {
  const { t, language } = useWords('cash');
  const [level, setLevel] = useState<string>('0.98');
  const [isSure, setSure] = useState(false);
  const share = (value: string) => (Number(value) * PERCENT).toLocaleString(language);
  const { data } = useRead(matching.lines, { query: { size: 1, minConfidence: Number(level) } });
  const count = data?.total ?? 0;
  const title = t('bulk.do', { count, share: share(level) });
  return (
    <div className="q-bulkaccept">
      <Select
        aria-label={t('bulk.level')}
        size="xs"
        w={110}
        data={LEVELS.map((value) => ({ value, label: t('bulk.atLeast', { share: share(value) }) }))}
        value={level}
        onChange={(value) => value && setLevel(value)}
        allowDeselect={false}
      />
      <Button size="xs" variant="default" disabled={count === 0} loading={isBusy} onClick={() => setSure(true)}>
        {title}
      </Button>
      <ConfirmDialog
        isOpen={isSure}
        title={title}
        confirm={t('accept')}
        onClose={() => setSure(false)}
        onConfirm={() => onAccept(Number(level))}
      >
        {t('bulk.sure', { count })}
      </ConfirmDialog>
    </div>
  );
}
