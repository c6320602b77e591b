// Live table: who really receives messages, segment by segment, and what the next step would set off.
import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { companies, type LiveView } from '@quittance/contracts/api';
import type { CompanyId } from '@quittance/core/kernel';
import { Amount, NumberText, StatusBadge } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWrite } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { ProblemNote, useToast } from '../../page/index.ts';
import { useMay } from '../../session/index.ts';
import { type Column, DataTable } from '../../table/index.ts';
import { GoLiveDialog, type Step } from './go-live-dialog.tsx';

type Segment = LiveView['segments'][number];
const STALE = ['/api/v1/session', '/api/v1/companies', '/api/v1/reminders', '/api/v1/start', '/api/v1/outbox'];

function Gaps({ view }: Readonly<{ view: LiveView }>) {
  const { t } = useWords('channels');
  if (view.letterheadGaps.length === 0) return null;
  return (
    <Alert color="orange" variant="light" title={t('gaps.title')}>
      {view.letterheadGaps.map((gap) => t(`gaps.${gap}`)).join(' ')}{' '}
      <Link to="/settings/company">{t('gaps.link')}</Link>
    </Alert>
  );
}

function useColumns(onTurn: (segment: Segment) => void, canTurn: boolean, currency: string): Column<Segment>[] {
  const { t } = useWords('channels');
  const nameOf = ({ segment }: Segment) => segment || t('live.noSegment');
  return [
    { key: 'segment', title: t('live.segment'), isName: true, cell: nameOf },
    {
      key: 'customers',
      title: t('live.customers'),
      numeric: true,
      cell: ({ customers }) => <NumberText value={customers} />,
    },
    {
      key: 'messages',
      title: t('live.messages'),
      numeric: true,
      cell: ({ messages }) => <NumberText value={messages} />,
    },
    {
      key: 'total',
      title: t('live.total'),
      numeric: true,
      hideOnPhone: true,
      cell: ({ totalCents }) => <Amount cents={totalCents} currency={currency as never} />,
    },
    {
      key: 'state',
      title: t('live.state'),
      cell: ({ isLive }) => (
        <StatusBadge mood={isLive ? 'good' : 'plain'}>{t(isLive ? 'live.isLive' : 'live.isTest')}</StatusBadge>
      ),
    },
    ...(canTurn
      ? [
          {
            key: 'turn',
            title: t('live.deed'),
            cell: (segment: Segment) => (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => onTurn(segment)}
                aria-label={t(segment.isLive ? 'live.backOf' : 'live.goOf', { segment: nameOf(segment) })}
              >
                {t(segment.isLive ? 'live.back' : 'live.go')}
              </Button>
            ),
          },
        ]
      : []),
  ];
}

/** Going further is confirmed on what would leave; going back is done at once. */
export function LiveTable({ view, companyId }: Readonly<{ view: LiveView; companyId: CompanyId }>) {
  const { t } = useWords('channels');
  const may = useMay();
  const toast = useToast();
  const [step, setStep] = useState<Step | null>(null);
  const change = useWrite(companies.setLive, STALE);
  const live = view.segments.filter(({ isLive }) => isLive).map(({ segment }) => segment);
  const set = ({ all, segments }: Step) =>
    change.mutate(
      { params: { companyId }, body: { all, segments: all ? [] : [...segments] } },
      {
        onSuccess: ({ testMode, liveSegments }) =>
          toast.done(t(!testMode ? 'live.allDone' : liveSegments.length > 0 ? 'live.someDone' : 'live.testDone')),
      },
    );
  const turn = ({ segment, isLive }: Segment) => {
    if (isLive) set({ all: false, segments: live.filter((each) => each !== segment) });
    else setStep({ all: false, segments: [segment] });
  };
  const canGo = may('company.go_live');
  const columns = useColumns(turn, canGo && !view.all, view.currency);
  return (
    <Stack gap="md" component="section">
      <div>
        <Title order={2}>{t('live.title')}</Title>
        <Text c="dimmed" maw="70ch">
          {t('live.hint')}
        </Text>
      </div>
      <Text fw={500}>{t(view.all ? 'live.nowAll' : live.length > 0 ? 'live.nowSome' : 'live.nowTest')}</Text>
      {view.mail !== 'tested' && !view.all && (
        <Alert variant="light" color="orange">
          {t(`live.mail.${view.mail}`)}
        </Alert>
      )}
      <Gaps view={view} />
      <DataTable
        label={t('live.title')}
        rows={view.segments}
        columns={columns}
        rowKey={({ segment }) => `s${segment}`}
      />
      <ProblemNote error={change.error} />
      {canGo && (
        <Group>
          {!view.all && <Button onClick={() => setStep({ all: true, segments: [] })}>{t('live.goAll')}</Button>}
          {(view.all || live.length > 0) && (
            <Button variant="default" loading={change.isPending} onClick={() => set({ all: false, segments: [] })}>
              {t('live.backAll')}
            </Button>
          )}
        </Group>
      )}
      {step && (
        <GoLiveDialog
          view={view}
          step={step}
          onClose={() => setStep(null)}
          onConfirm={() => set({ all: step.all, segments: [...live, ...step.segments] })}
        />
      )}
    </Stack>
  );
}
