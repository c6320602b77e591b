// Export menu: the list with its filters as a file, every page of it.
import { Button, Menu } from '@mantine/core';
import { outbox } from '@quittance/contracts/api';
import type { RouteInput } from '@quittance/contracts/route';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { download } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useToast } from '../../page/index.ts';

const ICON = 16;
const FORMATS = ['csv', 'xlsx'] as const;

type Query = NonNullable<RouteInput<(typeof outbox)['list']>['query']>;

/** `query` is the list's own, page and order aside. */
export function ExportMenu({ query }: Readonly<{ query: Query }>) {
  const { t } = useWords('outbox');
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const take = (format: (typeof FORMATS)[number]) => {
    const { search, state, channel, customerId, test, from, to, stuck } = query;
    setBusy(true);
    void download(outbox.export, { query: { search, state, channel, customerId, test, from, to, stuck, format } })
      .catch(toast.refused)
      .finally(() => setBusy(false));
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" loading={isBusy} leftSection={<Download size={ICON} aria-hidden />}>
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => take(format)}>
            {t(`exportAs.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
