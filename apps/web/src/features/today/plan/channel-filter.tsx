// Channel filter: one channel or all, each with its count.
import { Chip, Group } from '@mantine/core';
import type { PlanSummary } from '@quittance/contracts/api';
import { useWords } from '../../../i18n/index.ts';

const ALL = 'all';

/** Nothing is drawn where one channel has it all. */
export function ChannelFilter({
  summary,
  channel,
  onChange,
}: Readonly<{ summary: PlanSummary; channel: string | undefined; onChange: (channel: string | undefined) => void }>) {
  const { t } = useWords('today');
  if (summary.byChannel.length < 2) return null;
  return (
    <Chip.Group value={channel ?? ALL} onChange={(value) => onChange(value === ALL ? undefined : String(value))}>
      <Group gap={6}>
        <Chip value={ALL} size="xs">
          {t('allChannels')}
        </Chip>
        {summary.byChannel.map((one) => (
          <Chip key={one.channel} value={one.channel} size="xs">
            {t(`words:channels.${one.channel}`)} ({one.count.toLocaleString()})
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}
