// Go-live dialog: how many messages would leave, when, to whom first, before anything does.
import { List, Stack, Text } from '@mantine/core';
import type { LiveView } from '@quittance/contracts/api';
import { useFormats, useWords } from '../../i18n/index.ts';
import { ConfirmDialog } from '../../page/index.ts';

/** What is asked about before it happens: some segments, or all. */
export type Step = Readonly<{ all: boolean; segments: readonly string[] }>;

const SHOWN = 5;

const sumOf = (rows: LiveView['segments'], key: 'messages' | 'approved' | 'formalNotices' | 'customers'): number =>
  rows.reduce((sum, row) => sum + row[key], 0);

/** Confirms one step further. */
export function GoLiveDialog({
  view,
  step,
  onClose,
  onConfirm,
}: Readonly<{ view: LiveView; step: Step; onClose: () => void; onConfirm: () => void }>) {
  const { t } = useWords('channels');
  const { instant, money } = useFormats();
  const concerned = view.segments.filter(
    ({ segment, isLive }) => !isLive && (step.all || step.segments.includes(segment)),
  );
  const count = sumOf(concerned, 'messages');
  const approved = sumOf(concerned, 'approved');
  const notices = sumOf(concerned, 'formalNotices');
  const first = concerned.flatMap((each) => each.first).slice(0, SHOWN);
  return (
    <ConfirmDialog
      isOpen
      title={t(step.all ? 'live.goAll' : 'sure.title', { segment: step.segments[0] || t('live.noSegment') })}
      confirm={t('sure.confirm')}
      onClose={onClose}
      onConfirm={onConfirm}
    >
      <Stack gap="xs">
        <Text fw={500}>{t('sure.count', { count, at: instant(view.leavesAt) })}</Text>
        {approved > 0 && <Text>{t('sure.approved', { count: approved })}</Text>}
        {first.length > 0 && (
          <List size="sm" spacing={2}>
            {first.map((message) => (
              <List.Item key={`${message.customerId} ${message.channel} ${message.tone}`}>
                {`${message.customerName} – ${t(`words:channel.${message.channel}`)}, ${t(`words:tone.${message.tone}`)}, ${money(message.totalCents, view.currency)}`}
              </List.Item>
            ))}
          </List>
        )}
        {count > first.length && <Text size="sm">{t('sure.more', { count: count - first.length })}</Text>}
        {notices > 0 && view.letterheadGaps.length > 0 && (
          <Text c="orange">{t('sure.notices', { count: notices })}</Text>
        )}
        <Text size="sm" c="dimmed">
          {t('sure.approval')}
        </Text>
      </Stack>
    </ConfirmDialog>
  );
}
