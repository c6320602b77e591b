// Scenarios: the ladders in force, step by step.
import { Paper, Stack, Text, Title } from '@mantine/core';
import { type ScenarioView, scenarios } from '@quittance/contracts/api';
import { useRead } from '../../../api/index.ts';
import { sayCode, useWords } from '../../../i18n/index.ts';
import { Answer } from '../../../page/index.ts';
import { offsetWords } from '../../../receivables/index.ts';
import { type Column, DataTable } from '../../../table/index.ts';

type Step = ScenarioView['steps'][number];

function useColumns(): Column<Step>[] {
  const { t } = useWords('settings');
  return [
    {
      key: 'step',
      title: t('scenario.step'),
      isName: true,
      cell: ({ code, tone }) => sayCode(t, `words:step.${code}`, `words:tone.${tone}`),
    },
    {
      key: 'when',
      title: t('scenario.when'),
      cell: (step) => `${offsetWords(t, step)} ${step.dayKind === 'business' ? t('scenario.business') : ''}`.trim(),
    },
    { key: 'channel', title: t('scenario.channel'), cell: ({ channel }) => t(`words:channel.${channel}`) },
    {
      key: 'approval',
      title: t('scenario.approval'),
      cell: ({ needsApproval }) => t(needsApproval ? 'scenario.needsApproval' : 'scenario.noApproval'),
    },
  ];
}

/** Every ladder. */
export function Scenarios() {
  const { t } = useWords('settings');
  const list = useRead(scenarios.list, undefined);
  const columns = useColumns();
  const nameOf = ({ code, name }: ScenarioView) => {
    const words = sayCode(t, `words:scenario.${code}`, 'words:empty');
    return words === t('words:empty') ? name : words;
  };
  return (
    <Stack gap="lg">
      <Text c="dimmed">{t('scenario.hint')}</Text>
      <Answer of={list}>
        {({ items }) => (
          <Stack gap="xl">
            {items.map((scenario) => (
              <Paper key={scenario.code} component="section" bg="transparent">
                <Title order={2}>{nameOf(scenario)}</Title>
                <Text size="sm" c="dimmed" mb="xs">
                  {t('scenario.customers', { count: scenario.customers })}
                </Text>
                <DataTable
                  label={nameOf(scenario)}
                  rows={scenario.steps}
                  columns={columns}
                  rowKey={({ code }) => code}
                />
              </Paper>
            ))}
          </Stack>
        )}
      </Answer>
    </Stack>
  );
}
