// Bell: how much is new among what needs somebody. Asked again every two minutes, when the window comes back, and after writes.
import './words.ts';
import './notices.css';
import { ActionIcon, Indicator, Popover } from '@mantine/core';
import { notices } from '@quittance/contracts/api';
import { useQueryClient } from '@tanstack/react-query';
import { Bell as BellIcon } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { call, keyOf, useRead } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { Waiting } from '../../page/index.ts';
import { useMay } from '../../session/index.ts';

const NoticesPanel = lazy(() => import('./notices-panel.tsx'));

const ICON = 20;
const MINUTES_2 = 120_000;
const MOST_SHOWN = 99;

/** What was there when the bell was opened stays marked as new until it is closed. */
function useMarkSeen() {
  const client = useQueryClient();
  const may = useMay();
  return () => {
    if (!may('note.write')) return;
    void call(notices.markSeen, { body: {} }).then(
      (view) => client.setQueryData(keyOf(notices.list), view),
      () => undefined,
    );
  };
}

/** The bell and its list. */
export function Bell() {
  const { t } = useWords('notices');
  const [isOpen, setOpen] = useState(false);
  const read = useRead(notices.list, undefined, { refetchInterval: MINUTES_2 });
  const markSeen = useMarkSeen();
  const items = read.data?.items ?? [];
  const fresh = items.filter(({ isNew }) => isNew).length;
  const change = (opened: boolean) => {
    setOpen(opened);
    if (!opened && fresh > 0) markSeen();
  };
  return (
    <Popover
      opened={isOpen}
      onChange={change}
      width="min(26rem, 94vw)"
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
    >
      <Indicator
        label={fresh > MOST_SHOWN ? `${MOST_SHOWN}+` : fresh}
        disabled={fresh === 0}
        size={17}
        offset={6}
        color="red.8"
        zIndex={1}
      >
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={fresh > 0 ? t('bellNew', { count: fresh }) : t('bell')}
            onClick={() => change(!isOpen)}
          >
            <BellIcon size={ICON} aria-hidden />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown className="q-notices-box">
        <Suspense fallback={<Waiting />}>
          <NoticesPanel items={items} onLeave={() => change(false)} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
