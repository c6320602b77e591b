// Followers: who is on the ladder and why; the ladder given to segments or made the default, once its effect was seen.
import { Alert, Anchor, Button, Checkbox, List, MultiSelect, Stack, Text, Title } from '@mantine/core';
import { type ScenarioView, scenarios } from '@quittance/contracts/api';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead, useWrite } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Answer, ProblemNote, useToast } from '../../../page/index.ts';
import { useMay } from '../../../session/index.ts';
import { EffectView } from './effect-view.tsx';

function Who({ of }: Readonly<{ of: ScenarioView }>) {
  const { t } = useWords('scenarios');
  return (
    <section aria-label={t('who.title')}>
      <Title order={2} size="h4" mb="xs">
        {t('who.title')}
      </Title>
      {of.followers.length === 0 ? (
        <Text size="sm">{t('who.nobody')}</Text>
      ) : (
        <>
          <List size="sm">
            {of.followers.map(({ by, segment, customers, receivables }) => (
              <List.Item key={`${by} ${segment}`}>
                {t(`who.${by}`, { segment, count: customers })}
                {', '}
                {t('receivables', { count: receivables })}
              </List.Item>
            ))}
          </List>
          <Anchor component={Link} to={`/customers?scenario=${of.code}` as '/customers'} size="sm">
            {t('who.see')}
          </Anchor>
        </>
      )}
    </section>
  );
}

function Assign({ of, segments }: Readonly<{ of: ScenarioView; segments: readonly string[] }>) {
  const { t } = useWords('scenarios');
  const toast = useToast();
  const [chosen, setChosen] = useState<readonly string[]>(of.segments);
  const [isDefault, setDefault] = useState(of.isDefault);
  const params = { code: of.code };
  const body = { segments: [...chosen], isDefault };
  const isChanged = isDefault !== of.isDefault || [...chosen].sort().join() !== [...of.segments].sort().join();
  const effect = useRead(scenarios.assignEffect, { params, body }, { enabled: isChanged });
  const assign = useWrite(scenarios.assign, [
    '/api/v1/scenarios',
    '/api/v1/reminders',
    '/api/v1/companies',
    '/api/v1/customers',
  ]);
  const submit = () => assign.mutate({ params, body }, { onSuccess: () => toast.done(t('assign.done')) });
  return (
    <section aria-label={t('assign.title')}>
      <Title order={2} size="h4" mb="xs">
        {t('assign.title')}
      </Title>
      <Stack gap="sm">
        <MultiSelect
          label={t('assign.segments')}
          description={segments.length === 0 ? t('assign.noSegment') : t('assign.segmentsHint')}
          data={[...segments]}
          value={[...chosen]}
          onChange={setChosen}
          maw={480}
          searchable
        />
        <Checkbox
          label={t('assign.default')}
          description={of.isDefault ? t('assign.isDefault') : t('assign.defaultHint')}
          checked={isDefault}
          disabled={of.isDefault}
          onChange={(event) => setDefault(event.currentTarget.checked)}
        />
        {isChanged && <Answer of={effect}>{(view) => <EffectView of={view} />}</Answer>}
        <ProblemNote error={assign.error} />
        <div>
          <Button disabled={!isChanged || !effect.data} loading={assign.isPending} onClick={submit}>
            {t('assign.apply')}
          </Button>
        </div>
      </Stack>
    </section>
  );
}

/** Who is on it, and to whom to give it. */
export function Followers({ of, segments }: Readonly<{ of: ScenarioView; segments: readonly string[] }>) {
  const { t } = useWords('scenarios');
  const may = useMay();
  return (
    <Stack gap="xl">
      <Who of={of} />
      {may('scenario.write') ? (
        <Assign key={of.version + of.segments.join()} of={of} segments={segments} />
      ) : (
        <Alert color="gray">{t('readOnly')}</Alert>
      )}
    </Stack>
  );
}
