// Hold deeds: a recorded hold released, or given another end, from the list; each can be taken back from its toast.
import { Button, Group, Popover, Stack } from '@mantine/core';
import { holds, type PlanHoldView } from '@quittance/contracts/api';
import { addDays, type Day } from '@quittance/core/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, refresh, useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { DayPicker, useToast } from '../../../page/index.ts';
import { CHANGED } from '../plan/decisions.ts';

const SHORTCUTS = [7, 14, 30];

/** Drawn for recorded holds; the planner's own reasons end by themselves. */
export function HoldDeeds({ hold, on }: Readonly<{ hold: PlanHoldView & { holdId: number }; on: string }>) {
  const { t } = useWords('today');
  const { day } = useFormats();
  const toast = useToast();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const lift = useWrite(holds.lift, CHANGED);
  const extend = useWrite(holds.extend, CHANGED);
  const params = { holdId: hold.holdId };
  const restore = async () => {
    await call(holds.restore, { params });
    await refresh(client, ...CHANGED);
  };
  const prolong = (untilOn: string | null) => {
    setOpen(false);
    const undo = async () => {
      await call(holds.extend, { params, body: { untilOn: hold.until } });
      await refresh(client, ...CHANGED);
    };
    const said = untilOn ? t('holds.extended', { day: day(untilOn) }) : t('holds.extendedAlways');
    void extend
      .mutateAsync({ params, body: { untilOn: untilOn as Day | null } })
      .then(() => toast.done(said, { undo }), toast.refused);
  };
  const from = (hold.until && hold.until > on ? hold.until : on) as Day;
  return (
    <Group gap={6} wrap="nowrap">
      <Button
        size="compact-sm"
        variant="default"
        loading={lift.isPending}
        onClick={() =>
          void lift
            .mutateAsync({ params, body: {} })
            .then(() => toast.done(t('holds.lifted'), { undo: restore }), toast.refused)
        }
      >
        {t('holds.lift')}
      </Button>
      <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus shadow="md">
        <Popover.Target>
          <Button
            size="compact-sm"
            variant="default"
            loading={extend.isPending}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {t('holds.extend')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap="xs">
            {SHORTCUTS.map((days) => (
              <Button key={days} size="xs" variant="default" onClick={() => prolong(addDays(from, days))}>
                {t('holds.until')} {day(addDays(from, days))}
              </Button>
            ))}
            <DayPicker
              label={t('holds.otherDay')}
              placeholder={t('holds.otherDay')}
              value={undefined}
              onChange={(chosen) => chosen && prolong(chosen)}
              min={on}
            />
            {hold.until && (
              <Button size="xs" variant="subtle" onClick={() => prolong(null)}>
                {t('holds.always')}
              </Button>
            )}
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </Group>
  );
}
