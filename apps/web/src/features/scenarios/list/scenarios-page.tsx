// Scenarios: every ladder with who is on it; a new one from one that exists; what they all do over the coming days.
import '../words.ts';
import '../scenarios.css';
import { Alert, Button, Group, Menu, Switch, Tabs, Text } from '@mantine/core';
import { type ScenarioView, scenarios } from '@quittance/contracts/api';
import { StatusBadge } from '@quittance/ui/values';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Archive, ArchiveRestore, Copy, Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useRead, useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { Answer, PageHeader, useToast, Waiting } from '../../../page/index.ts';
import { useActor, useMay } from '../../../session/index.ts';
import { type Column, DataTable } from '../../../table/index.ts';
import { ladderName } from '../ladder-name.ts';
import { NewLadderDialog } from './new-ladder-dialog.tsx';

const Simulation = lazy(async () => ({ default: (await import('../simulation/simulation.tsx')).Simulation }));

const route = getRouteApi('/shell/scenarios');
const ICON = 16;

function useArchive() {
  const { t } = useWords('scenarios');
  const toast = useToast();
  const archive = useWrite(scenarios.archive, ['/api/v1/scenarios']);
  const put = (code: string, archived: boolean) => archive.mutateAsync({ params: { code }, body: { archived } });
  return (of: ScenarioView) =>
    put(of.code, of.active).then(
      () =>
        toast.done(t(of.active ? 'archive.done' : 'archive.undone', { name: ladderName(t, of) }), {
          undo: () => put(of.code, !of.active),
        }),
      toast.refused,
    );
}

function RowMenu({ of, onCopy }: Readonly<{ of: ScenarioView; onCopy: () => void }>) {
  const { t } = useWords('scenarios');
  const toggle = useArchive();
  const isUsed = of.customers > 0 || of.isDefault || of.segments.length > 0;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-label={t('more', { name: ladderName(t, of) })}
          onClick={(event) => event.stopPropagation()}
        >
          <Ellipsis size={ICON} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown onClick={(event) => event.stopPropagation()}>
        <Menu.Item leftSection={<Copy size={ICON} aria-hidden />} onClick={onCopy}>
          {t('new.copy')}
        </Menu.Item>
        <Menu.Item
          leftSection={of.active ? <Archive size={ICON} aria-hidden /> : <ArchiveRestore size={ICON} aria-hidden />}
          disabled={of.active && isUsed}
          onClick={() => void toggle(of)}
        >
          {t(of.active ? (isUsed ? 'archive.used' : 'archive.do') : 'archive.undo')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function useColumns(onCopy: (of: ScenarioView) => void): Column<ScenarioView>[] {
  const { t } = useWords('scenarios');
  const { instant } = useFormats();
  const actorOf = useActor();
  const may = useMay();
  const columns: Column<ScenarioView>[] = [
    {
      key: 'name',
      title: t('name'),
      isName: true,
      cell: (row) => (
        <Group gap="xs">
          <Link to="/scenarios/$code" params={{ code: row.code }} search={{}}>
            {ladderName(t, row)}
          </Link>
          {row.isDefault && <StatusBadge mood="good">{t('default')}</StatusBadge>}
          {!row.active && <StatusBadge mood="warn">{t('archived')}</StatusBadge>}
        </Group>
      ),
    },
    { key: 'steps', title: t('steps'), numeric: true, cell: ({ steps }) => steps.length, hideOnPhone: true },
    { key: 'customers', title: t('onIt'), numeric: true, cell: (row) => row.customers },
    { key: 'receivables', title: t('openOnes'), numeric: true, cell: (row) => row.receivables },
    {
      key: 'why',
      title: t('why'),
      cell: ({ followers }) =>
        followers
          .map(({ by, segment, customers }) => t(`who.${by}`, { segment, count: customers }))
          .join(`${t('words:semicolon')} `) || t('who.nobody'),
    },
    {
      key: 'edited',
      title: t('edited'),
      cell: ({ version, editedBy, editedAt }) =>
        t('editedWords', { version, name: actorOf(editedBy), when: instant(editedAt) }),
    },
  ];
  if (!may('scenario.write')) return columns;
  return [
    ...columns,
    { key: 'more', title: t('actions'), cell: (row) => <RowMenu of={row} onCopy={() => onCopy(row)} /> },
  ];
}

function List({ items }: Readonly<{ items: readonly ScenarioView[] }>) {
  const { t } = useWords('scenarios');
  const navigate = useNavigate();
  const may = useMay();
  const [copied, setCopied] = useState<ScenarioView | null>(null);
  const [withArchive, setWithArchive] = useState(false);
  const columns = useColumns(setCopied);
  const rows = items.filter(({ active }) => active || withArchive);
  const first = items.find(({ isDefault }) => isDefault) ?? items[0];
  return (
    <>
      {!may('scenario.write') && (
        <Alert color="gray" mb="md">
          {t('readOnly')}
        </Alert>
      )}
      <Group mb="md" justify="space-between">
        <Text c="dimmed" size="sm" maw="70ch">
          {t('hint')}
        </Text>
        <Group>
          {items.some(({ active }) => !active) && (
            <Switch
              label={t('archive.show')}
              checked={withArchive}
              onChange={(event) => setWithArchive(event.currentTarget.checked)}
            />
          )}
          {may('scenario.write') && first && <Button onClick={() => setCopied(first)}>{t('new.button')}</Button>}
        </Group>
      </Group>
      <DataTable
        label={t('title')}
        rows={rows}
        columns={columns}
        rowKey={({ code }) => code}
        onOpen={({ code }) => void navigate({ to: '/scenarios/$code', params: { code }, search: {} })}
      />
      {copied && <NewLadderDialog all={items} from={copied} onClose={() => setCopied(null)} />}
    </>
  );
}

/** The screen. */
export function ScenariosPage() {
  const { t } = useWords('scenarios');
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/scenarios' });
  const list = useRead(scenarios.list, undefined);
  return (
    <>
      <PageHeader title={t('title')}>
        <Button component={Link} to="/templates" variant="default">
          {t('toTemplates')}
        </Button>
      </PageHeader>
      <Tabs
        value={search.tab === 'simulation' ? 'simulation' : 'list'}
        onChange={(tab) => void navigate({ search: tab === 'simulation' ? { tab } : {}, replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="list">{t('tab.list')}</Tabs.Tab>
          <Tabs.Tab value="simulation">{t('tab.simulation')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="list">
          <Answer of={list}>{({ items }) => <List items={items} />}</Answer>
        </Tabs.Panel>
        <Tabs.Panel value="simulation">
          <Suspense fallback={<Waiting />}>
            <Simulation />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
