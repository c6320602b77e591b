// Plan columns: who, why in plain words, which invoices, how much.
import { Stack, Text, Tooltip } from '@mantine/core';
import { type PlannedActionView, scenarios } from '@quittance/contracts/api';
import { Amount, LateBadge, StatusBadge } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { useRead } from '../../../api/index.ts';
import { sayCode, useWords } from '../../../i18n/index.ts';
import { offsetWords } from '../../../receivables/index.ts';
import type { Column } from '../../../table/index.ts';

/** The reason of an action: its step and when that step is due. */
export function useReason(): (action: PlannedActionView) => string {
  const { t } = useWords('today');
  const ladders = useRead(scenarios.list, undefined);
  return ({ scenario, step, tone }) => {
    const words = sayCode(t, `words:step.${step}`, `words:tone.${tone}`);
    const place = ladders.data?.items.find(({ code }) => code === scenario)?.steps.find(({ code }) => code === step);
    return place ? t('reason', { step: words, offset: offsetWords(t, place) }) : words;
  };
}

const POSTAL: ReadonlySet<string> = new Set(['letter', 'registered_letter']);

const mostLate = (action: PlannedActionView): number =>
  Math.max(...action.items.filter(({ advances }) => advances).map(({ daysLate }) => daysLate), 0);

/** Columns of the plan. */
export function usePlanColumns(): Column<PlannedActionView>[] {
  const { t } = useWords('today');
  const reasonOf = useReason();
  return [
    {
      key: 'customer',
      title: t('customer'),
      isName: true,
      cell: ({ customerId, customerName, contact, channel }) => (
        <Stack gap={0}>
          <Link to="/customers/$customerId" params={{ customerId: String(customerId) }}>
            {customerName}
          </Link>
          <Text size="xs" c="dimmed">
            {contact || (POSTAL.has(channel) ? t('noContact') : '')}
          </Text>
        </Stack>
      ),
    },
    {
      key: 'what',
      title: t('what'),
      cell: (action) => (
        <Tooltip
          label={`${t('rule', { rule: action.rule, words: t(`words:rule.${action.rule}`) })} ${t('scenarioOf', {
            scenario: sayCode(t, `words:scenario.${action.scenario}`, 'words:empty'),
          })}`}
        >
          <span>{reasonOf(action)}</span>
        </Tooltip>
      ),
    },
    {
      key: 'invoices',
      title: t('invoices'),
      cell: (action) => (
        <span>
          {t('invoicesOf', { count: action.items.length })}
          {action.credits.length > 0 && `, ${t('credits', { count: action.credits.length })}`}{' '}
          {mostLate(action) > 0 && <LateBadge daysLate={mostLate(action)} />}
        </span>
      ),
    },
    {
      key: 'state',
      title: t('state'),
      cell: ({ needsApproval, state }) =>
        needsApproval && (state === 'proposed' || state === 'planned') ? (
          <StatusBadge mood="warn">{t('needsApproval')}</StatusBadge>
        ) : (
          <StatusBadge>{t(`words:state.${state === 'planned' ? 'proposed' : state}`)}</StatusBadge>
        ),
    },
    {
      key: 'total',
      title: t('total'),
      numeric: true,
      cell: ({ totalCents, currency }) => <Amount cents={totalCents} currency={currency} strong />,
    },
  ];
}
