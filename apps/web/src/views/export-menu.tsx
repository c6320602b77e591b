// Export menu: the whole filtered list as a table file, made by the server.
import { Button, Menu } from '@mantine/core';
import type { Route } from '@quittance/contracts/route';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { download } from '../api/index.ts';
import { useWords } from '../i18n/index.ts';
import { useToast } from '../page/index.ts';
import { useMay } from '../session/index.ts';
import { filtersOf, type Search } from './search.ts';

const ICON = 16;
const FORMATS = [
  { format: 'xlsx', label: 'Excel (XLSX)' },
  { format: 'csv', label: 'CSV' },
] as const;

/** A file route that takes the list's filters and order, and `format`; where columns are given, those the reader chose too. */
export type ExportProps = Readonly<{ route: Route; search: Search; columns?: readonly string[] | undefined }>;

/** Nothing is drawn for those who may not carry the ledger away. */
export function ExportMenu({ route, search, columns = [] }: ExportProps) {
  const { t } = useWords('views');
  const may = useMay();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  if (!may('ledger.export')) return null;
  const save = async (format: string) => {
    setBusy(true);
    const chosen = columns.length > 0 ? { columns: columns.join(',') } : {};
    await download(route, { query: { ...filtersOf(search), ...chosen, format } } as never).catch(toast.refused);
    setBusy(false);
  };
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" loading={isBusy} leftSection={<Download size={ICON} aria-hidden />}>
          {t('export.title')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t(columns.length > 0 ? 'export.chosen' : 'export.hint')}</Menu.Label>
        {FORMATS.map(({ format, label }) => (
          <Menu.Item key={format} onClick={() => void save(format)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
