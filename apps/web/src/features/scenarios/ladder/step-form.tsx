// Step form: when a step leaves, by which way, in which tone, to whom.
import { Checkbox, MultiSelect, NumberInput, Select, SimpleGrid } from '@mantine/core';
import { CHANNELS, TONES } from '@quittance/core/dunning';
import { useWords } from '../../../i18n/index.ts';
import type { EditStep } from './step.ts';

const ANCHORS = ['due', 'sent', 'previous'] as const;
const ROLES = ['billing', 'reminders', 'disputes', 'formal_notice', 'decision'] as const;
const FURTHEST = 730;
const EARLIEST = 90;

type Field = Readonly<{ step: EditStep; isReadOnly: boolean; onChange: (step: EditStep) => void }>;

function When({ step, isReadOnly, onChange }: Field) {
  const { t } = useWords('scenarios');
  const isBefore = step.offsetDays < 0;
  const sign = (before: boolean, days: number) => (before ? -days : days);
  return (
    <>
      <NumberInput
        label={t('field.offsetDays')}
        value={Math.abs(step.offsetDays)}
        min={0}
        max={isBefore ? EARLIEST : FURTHEST}
        allowDecimal={false}
        allowNegative={false}
        readOnly={isReadOnly}
        onChange={(days) => onChange({ ...step, offsetDays: sign(isBefore, Math.trunc(Number(days)) || 0) })}
      />
      <Select
        label={t('field.anchor')}
        data={[
          { value: 'before', label: t('before') },
          ...ANCHORS.map((value) => ({ value, label: t(`after.${value}`) })),
        ]}
        value={isBefore ? 'before' : step.anchor}
        allowDeselect={false}
        disabled={isReadOnly}
        onChange={(chosen) => {
          const anchor = ANCHORS.find((each) => each === chosen) ?? 'due';
          onChange({ ...step, anchor, offsetDays: sign(chosen === 'before', Math.abs(step.offsetDays)) });
        }}
      />
      <Select
        label={t('field.dayKind')}
        data={(['calendar', 'business'] as const).map((value) => ({ value, label: t(`dayKind.${value}`) }))}
        value={step.dayKind}
        allowDeselect={false}
        disabled={isReadOnly}
        onChange={(kind) => onChange({ ...step, dayKind: kind === 'business' ? 'business' : 'calendar' })}
      />
    </>
  );
}

function How({ step, isReadOnly, onChange }: Field) {
  const { t } = useWords('scenarios');
  const channels = CHANNELS.map((value) => ({ value, label: t(`words:channel.${value}`) }));
  return (
    <>
      <Select
        label={t('field.channel')}
        data={channels}
        value={step.channel}
        allowDeselect={false}
        disabled={isReadOnly}
        onChange={(chosen) => {
          const channel = CHANNELS.find((each) => each === chosen) ?? step.channel;
          const fallbackChannels = step.fallbackChannels.filter((each) => each !== channel);
          onChange({ ...step, channel, fallbackChannels });
        }}
      />
      <Select
        label={t('field.tone')}
        data={TONES.map((value) => ({ value, label: t(`words:tone.${value}`) }))}
        value={step.tone}
        allowDeselect={false}
        disabled={isReadOnly}
        onChange={(tone) => onChange({ ...step, tone: TONES.find((each) => each === tone) ?? step.tone })}
      />
      <MultiSelect
        label={t('field.fallbackChannels')}
        description={t('fallbackHint')}
        data={channels.filter(({ value }) => value !== step.channel && value !== 'task')}
        value={step.fallbackChannels}
        disabled={isReadOnly}
        onChange={(chosen) => onChange({ ...step, fallbackChannels: CHANNELS.filter((each) => chosen.includes(each)) })}
      />
    </>
  );
}

/** Every field of a step. */
export function StepForm({ step, isReadOnly, onChange }: Field) {
  const { t } = useWords('scenarios');
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        <When step={step} isReadOnly={isReadOnly} onChange={onChange} />
        <How step={step} isReadOnly={isReadOnly} onChange={onChange} />
        <Select
          label={t('field.contactRole')}
          data={ROLES.map((value) => ({ value, label: t(`words:contactRole.${value}`) }))}
          value={step.contactRole}
          allowDeselect={false}
          disabled={isReadOnly}
          onChange={(role) =>
            onChange({ ...step, contactRole: ROLES.find((each) => each === role) ?? step.contactRole })
          }
        />
      </SimpleGrid>
      <Checkbox
        mt="sm"
        label={t('field.needsApproval')}
        checked={step.needsApproval}
        disabled={isReadOnly}
        onChange={(event) => onChange({ ...step, needsApproval: event.currentTarget.checked })}
      />
      <Checkbox
        mt="xs"
        label={t('field.attachInvoices')}
        checked={step.attachInvoices}
        disabled={isReadOnly}
        onChange={(event) => onChange({ ...step, attachInvoices: event.currentTarget.checked })}
      />
    </>
  );
}
