// Export menu: the whole balance as a table file, or on paper.
import { Button, Menu } from '@mantine/core';
import { agedBalance } from '@quittance/contracts/api';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { download } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useToast } from '../../page/index.ts';
import { useMay } from '../../session/index.ts';
import type { Filter } from './search.ts';

const ICON = 16;

/** Exports what is filtered, every page of it. */
export function ExportMenu({ filter }: Readonly<{ filter: Filter }>) {
  const { t } = useWords('aged-balance');
  const may = useMay();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  if (!may('ledger.export')) return null;
  const { page: _, sort, ...asked } = filter;
  const busy = async (work: Promise<void>) => {
    setBusy(true);
    await work.catch(toast.refused);
    setBusy(false);
  };
  const save = (format: 'csv' | 'xlsx') => busy(download(agedBalance.export, { query: { ...asked, format } as never }));
  const print = () => busy(download(agedBalance.print, { query: { ...asked, ...(sort ? { sort } : {}) } as never }));
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" loading={isBusy} leftSection={<Download size={ICON} aria-hidden />}>
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('exportHint')}</Menu.Label>
        <Menu.Item onClick={() => void save('xlsx')}>Excel (XLSX)</Menu.Item>
        <Menu.Item onClick={() => void save('csv')}>CSV</Menu.Item>
        <Menu.Item onClick={() => void print()}>{t('print')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
