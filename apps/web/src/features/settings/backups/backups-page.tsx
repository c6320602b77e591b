// Backups page: make one, see those there are and their age, and how they are brought back.
import './words.ts';
import { Alert, Button, Code, Stack, Text, Title } from '@mantine/core';
import { type BackupsView, backups } from '@quittance/contracts/api';
import { useEffect, useState } from 'react';
import { useRead, useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { Answer, ProblemNote } from '../../../page/index.ts';
import { useMay } from '../../../session/index.ts';
import { type Column, DataTable } from '../../../table/index.ts';
import { SettingsPage } from '../of-company.tsx';

const WATCH_MS = 1_000;
const OLD_MS = 7 * 86_400_000;

type Backup = BackupsView['items'][number];

function Files({ view }: Readonly<{ view: BackupsView }>) {
  const { t } = useWords('backups');
  const formats = useFormats();
  const columns: Column<Backup>[] = [
    { key: 'made', title: t('made'), isName: true, cell: ({ madeAt }) => formats.instant(madeAt) },
    { key: 'file', title: t('file'), cell: ({ fileName }) => <Code>{fileName}</Code> },
    { key: 'size', title: t('size'), numeric: true, cell: ({ bytes }) => formats.bytes(bytes) },
  ];
  if (view.items.length === 0) return <Text>{t('none')}</Text>;
  return <DataTable label={t('title')} rows={view.items} columns={columns} rowKey={({ fileName }) => fileName} />;
}

function Age({ view }: Readonly<{ view: BackupsView }>) {
  const { t } = useWords('backups');
  const formats = useFormats();
  const last = view.items[0];
  if (view.running) return <Text role="status">{t('running', { bytes: formats.bytes(view.running.bytes) })}</Text>;
  if (view.failed)
    return (
      <Alert color="red" variant="light" role="alert">
        {t('failed')}
      </Alert>
    );
  if (!last) return null;
  const isOld = Date.now() - Date.parse(last.madeAt) > OLD_MS;
  return (
    <Text role="status">
      {t('last', { at: formats.instant(last.madeAt) })} {isOld && <strong>{t('old')}</strong>}
    </Text>
  );
}

function HowTo({ view }: Readonly<{ view: BackupsView }>) {
  const { t } = useWords('backups');
  const file = view.items[0]?.fileName ?? 'quittance.backup';
  return (
    <Stack gap="md">
      <div>
        <Title order={3}>{t('restoreTitle')}</Title>
        <Text size="sm" c="dimmed" mb={6} maw="70ch">
          {t('restore')}
        </Text>
        <Code block className="q-code-whole">{`quittance restore ${file} --data ./nouveau`}</Code>
      </div>
      <div>
        <Title order={3}>{t('every')}</Title>
        <Text size="sm" c="dimmed" mb={6} maw="70ch">
          {t('everyHint')}
        </Text>
        <Code block className="q-code-whole">
          {'0 3 * * *  quittance backup /srv/backups/quittance-$(date +\\%F).backup'}
        </Code>
      </div>
      <Text size="sm" c="dimmed" maw="70ch">
        {t('secret')}
      </Text>
    </Stack>
  );
}

/** The page. */
export function BackupsPage() {
  const { t } = useWords('backups');
  const may = useMay();
  const [isWatched, setWatched] = useState(false);
  const list = useRead(backups.list, undefined, { refetchInterval: isWatched ? WATCH_MS : false });
  const make = useWrite(backups.make, ['/api/v1/backups']);
  const isRunning = list.data ? list.data.running !== null : false;
  useEffect(() => setWatched(isRunning), [isRunning]);
  return (
    <SettingsPage title={t('title')} hint={t('hint')}>
      <Answer of={list}>
        {(view) => (
          <Stack gap="lg">
            {may('user.write') && (
              <div>
                <Button
                  loading={make.isPending || isRunning}
                  onClick={() => make.mutate(undefined as never, { onSuccess: () => setWatched(true) })}
                >
                  {t('make')}
                </Button>
              </div>
            )}
            <ProblemNote error={make.error} />
            <Age view={view} />
            <Files view={view} />
            <Text size="sm">
              {t('folder')} <Code>{view.folder}</Code>
            </Text>
            {view.shared && (
              <Alert variant="light" maw={640}>
                {t('shared')}
              </Alert>
            )}
            <HowTo view={view} />
          </Stack>
        )}
      </Answer>
    </SettingsPage>
  );
}
