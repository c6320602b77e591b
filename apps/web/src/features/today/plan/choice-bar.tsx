// Choice bar: how many are chosen and what can be done with them; reaches over every page of the list.
import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { reminders } from '@quittance/contracts/api';
import type { Channel } from '@quittance/core/dunning';
import { useState } from 'react';
import { call } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { ConfirmDialog, useToast } from '../../../page/index.ts';
import type { DecisionDesk } from './decisions.tsx';

const LARGEST_PAGE = 500;

type Filter = { search?: string; channel?: string };

async function allKeys(filter: Filter): Promise<string[]> {
  const keys: string[] = [];
  for (let page = 1; ; page++) {
    const query = { page, size: LARGEST_PAGE, search: filter.search, channel: filter.channel as Channel | undefined };
    const list = await call(reminders.actions, { query });
    keys.push(...list.items.map(({ actionKey }) => actionKey));
    if (list.items.length < LARGEST_PAGE) return keys;
  }
}

type BarProps = Readonly<{
  list: Readonly<{ total: number; items: readonly unknown[] }>;
  filter: Filter;
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  decisions: DecisionDesk;
}>;

/** Above the table. */
export function ChoiceBar({ list, filter, chosen, onChoose, decisions }: BarProps) {
  const { t } = useWords('today');
  const toast = useToast();
  const [isSure, sure] = useDisclosure(false);
  const [isBusy, setBusy] = useState(false);
  const withAll = async (use: (keys: string[]) => void) => {
    setBusy(true);
    await allKeys(filter).then(use, toast.refused);
    setBusy(false);
  };
  const keys = [...chosen];
  if (keys.length === 0)
    return (
      <div className="q-choicebar">
        <Button size="xs" onClick={sure.open} loading={isBusy || decisions.isBusy}>
          {t('approveAll')}
        </Button>
        <span className="q-keys">{t('keys')}</span>
        <ConfirmDialog
          isOpen={isSure}
          title={t('approveAll')}
          onClose={sure.close}
          onConfirm={() => void withAll(decisions.approve)}
          confirm={t('approveAll')}
        >
          {t('approveAllSure', { total: list.total })}
        </ConfirmDialog>
      </div>
    );
  return (
    <div className="q-choicebar">
      <Text size="sm" fw={600} aria-live="polite">
        {t('chosen', { count: keys.length })}
      </Text>
      <Button size="xs" onClick={() => decisions.approve(keys)} loading={decisions.isBusy}>
        {t('approve')}
      </Button>
      <Button size="xs" variant="default" onClick={() => decisions.askPostpone(keys)}>
        {t('postpone')}
      </Button>
      <Button size="xs" variant="default" onClick={() => decisions.askSkip(keys)}>
        {t('skip')}
      </Button>
      {keys.length < list.total && (
        <Button
          size="xs"
          variant="subtle"
          loading={isBusy}
          onClick={() => void withAll((all) => onChoose(new Set(all)))}
        >
          {t('chooseAll', { total: list.total })}
        </Button>
      )}
      <Button size="xs" variant="subtle" color="gray" onClick={() => onChoose(new Set())}>
        {t('unchoose')}
      </Button>
    </div>
  );
}
