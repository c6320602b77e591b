// Export menu: the whole balance as a table file.
import { Button, Menu } from '@mantine/core';
import { agedBalance } from '@quittance/contracts/api';
import type { Day } from '@quittance/core/kernel';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { download } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useToast } from '../../page/index.ts';
import { useMay } from '../../session/index.ts';

const ICON = 16;
const FORMATS = [
  { format: 'xlsx', label: 'Excel (XLSX)' },
  { format: 'csv', label: 'CSV' },
] as const;

/** Exports what is filtered, every page of it. */
export function ExportMenu({ search, on }: Readonly<{ search: string | undefined; on: Day | undefined }>) {
  const { t } = useWords('aged-balance');
  const may = useMay();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  if (!may('ledger.export')) return null;
  const save = async (format: 'csv' | 'xlsx') => {
    setBusy(true);
    await download(agedBalance.export, { query: { format, search, on } }).catch(toast.refused);
    setBusy(false);
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" loading={isBusy} leftSection={<Download size={ICON} aria-hidden />}>
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map(({ format, label }) => (
          <Menu.Item key={format} onClick={() => void save(format)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
