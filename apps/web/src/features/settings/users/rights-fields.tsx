// Rights fields: a role, and the customers it is for.
import { Alert, Checkbox, MultiSelect, Radio, Select, Stack, Text } from '@mantine/core';
import { canBeNarrowed, type Portfolio, ROLES, type Role } from '@quittance/core/access';
import { useWords } from '../../../i18n/index.ts';

/** What is chosen. */
export type Rights = Readonly<{ role: Role; portfolio: Portfolio | null }>;
/** Segments of the customers there are; '' for those without one. */
export type Segments = readonly Readonly<{ segment: string; customers: number }>[];

const NONE: Portfolio = { own: true, segments: [] };
/** A select holds no empty value: it stands for customers without a segment. */
const WITHOUT = '\u0000';

function PortfolioFields({
  value,
  segments,
  onChange,
}: Readonly<{ value: Portfolio; segments: Segments; onChange: (value: Portfolio) => void }>) {
  const { t } = useWords('users');
  const data = segments.map(({ segment, customers }) => ({
    value: segment || WITHOUT,
    label: t('segmentCount', { segment: segment || t('noSegment'), count: customers }),
  }));
  return (
    <Stack gap="xs" pl="lg">
      <Checkbox
        label={t('own')}
        description={t('ownHint')}
        checked={value.own}
        onChange={(event) => onChange({ ...value, own: event.currentTarget.checked })}
      />
      <MultiSelect
        label={t('segments')}
        data={data}
        value={value.segments.map((segment) => segment || WITHOUT)}
        onChange={(chosen) => onChange({ ...value, segments: chosen.map((each) => (each === WITHOUT ? '' : each)) })}
        comboboxProps={{ withinPortal: true }}
      />
      {!value.own && value.segments.length === 0 && (
        <Alert color="orange" variant="light">
          {t('nobody')}
        </Alert>
      )}
      <Text size="sm" c="dimmed">
        {t('narrowedHint')}
      </Text>
    </Stack>
  );
}

/** Both; a role that sees everything by its nature has no portfolio. */
export function RightsFields({
  value,
  segments,
  onChange,
}: Readonly<{ value: Rights; segments: Segments; onChange: (value: Rights) => void }>) {
  const { t } = useWords('users');
  const { role, portfolio } = value;
  const choose = (next: Role) => onChange({ role: next, portfolio: canBeNarrowed(next) ? portfolio : null });
  return (
    <>
      <Select
        label={t('role')}
        description={t(`roleHint.${role}`)}
        data={ROLES.map((each) => ({ value: each, label: t(`words:userRole.${each}`) }))}
        value={role}
        allowDeselect={false}
        onChange={(chosen) => chosen && choose(chosen as Role)}
      />
      {canBeNarrowed(role) ? (
        <Radio.Group
          label={t('portfolio')}
          value={portfolio ? 'narrowed' : 'everything'}
          onChange={(chosen) => onChange({ role, portfolio: chosen === 'narrowed' ? NONE : null })}
        >
          <Stack gap="xs" mt={4}>
            <Radio value="everything" label={t('everything')} />
            <Radio value="narrowed" label={t('narrowed')} />
          </Stack>
        </Radio.Group>
      ) : (
        <Text size="sm" c="dimmed">
          {t('whole')}
        </Text>
      )}
      {portfolio && (
        <PortfolioFields
          value={portfolio}
          segments={segments}
          onChange={(changed) => onChange({ role, portfolio: changed })}
        />
      )}
    </>
  );
}
