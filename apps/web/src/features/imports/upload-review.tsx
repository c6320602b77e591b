// Upload review: what was recognised in a file, the columns where there are some, and a dry run before anything is saved.
import { Alert, Button, Checkbox, Group, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { importKindValue, imports, importTargetValue, type UploadView } from '@quittance/contracts/api';
import { useState } from 'react';
import { useRead } from '../../api/index.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { Answer } from '../../page/index.ts';
import { AccountChoice, type AccountSaid, accountSaid, isAccountClear } from './account-choice.tsx';
import { DryRun } from './dry-run.tsx';
import { guessedMapping, type Mapping, MappingTable, missingColumns } from './mapping-table.tsx';

type As = { kind?: NonNullable<UploadView['kind']>; target?: NonNullable<UploadView['target']>; sheet?: string };

const SEPARATORS: Readonly<Record<string, string>> = { '\t': 'tab', '|': 'pipe', ';': 'semicolon', ',': 'comma' };

/** Kinds whose columns and rows a person may look at. */
const isTable = (kind: string): boolean => kind === 'xlsx' || kind.startsWith('csv-');

const familyOf = (kind: UploadView['kind']): 'fec' | 'csv' | 'xlsx' | 'bank' | 'zip' | 'unknown' => {
  if (kind === null) return 'unknown';
  if (kind === 'fec' || kind === 'xlsx' || kind === 'zip') return kind;
  return kind.startsWith('csv-') ? 'csv' : 'bank';
};

function Facts({ upload }: Readonly<{ upload: UploadView }>) {
  const { t } = useWords('imports');
  const { bytes, instant } = useFormats();
  const separator = upload.separator && SEPARATORS[upload.separator];
  const facts = [
    `${t('review.bytes')}${t('words:colon')} ${bytes(upload.bytes)}`,
    upload.encoding && `${t('review.encoding')}${t('words:colon')} ${upload.encoding}`,
    separator && `${t('review.separator')}${t('words:colon')} ${t(`review.separators.${separator}`)}`,
  ].filter(Boolean);
  return (
    <Stack gap={4}>
      <Title order={2}>{upload.fileName}</Title>
      <Text>
        <strong>
          {upload.kind ? t('review.recognised', { kind: t(`kind.${upload.kind}`) }) : t('review.unknown')}
        </strong>{' '}
        – {t(`review.because.${familyOf(upload.kind)}`)}
      </Text>
      <Text size="sm" c="dimmed">
        {facts.join(' · ')}
      </Text>
      {upload.remembered && <Text size="sm">{t('review.remembered')}</Text>}
      {upload.importedBefore && (
        <Alert variant="light" mt="xs">
          {t('review.before', { on: instant(upload.importedBefore.at) })}
        </Alert>
      )}
    </Stack>
  );
}

function Reading({ upload, as, onAs }: Readonly<{ upload: UploadView; as: As; onAs: (as: As) => void }>) {
  const { t } = useWords('imports');
  if (upload.kind !== null && !isTable(upload.kind)) return null;
  return (
    <Group align="flex-end">
      {(upload.kind === null || as.kind !== undefined) && (
        <Select
          label={t('review.kind')}
          data={importKindValue.options.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          value={as.kind ?? null}
          onChange={(kind) => kind && onAs({ kind: kind as NonNullable<As['kind']> })}
        />
      )}
      {upload.kind === 'xlsx' && (
        <Select
          label={t('review.target')}
          data={importTargetValue.options.map((target) => ({ value: target, label: t(`target.${target}`) }))}
          value={upload.target}
          onChange={(target) => target && onAs({ ...as, target: target as NonNullable<As['target']> })}
        />
      )}
      {upload.sheets.length > 1 && (
        <Select
          label={t('review.sheet')}
          data={upload.sheets}
          value={as.sheet ?? upload.sheets[0] ?? null}
          onChange={(sheet) => sheet && onAs({ ...as, sheet })}
        />
      )}
    </Group>
  );
}

function Review({
  upload,
  as,
  onAs,
  onStarted,
}: Readonly<{ upload: UploadView; as: As; onAs: (as: As) => void; onStarted: (jobId: number) => void }>) {
  const { t } = useWords('imports');
  const [mapping, setMapping] = useState<Mapping>(() => guessedMapping(upload));
  const [isOurs, setOurs] = useState(upload.otherSiren === null);
  const [account, setAccount] = useState<AccountSaid>(() => accountSaid(upload));
  const hasColumns = upload.kind !== null && isOurs && missingColumns(upload, mapping).length === 0;
  const isComplete = hasColumns && isAccountClear(upload, account);
  const order = upload.kind && {
    uploadId: upload.uploadId,
    kind: upload.kind,
    ...(upload.otherSiren ? { otherCompany: true } : {}),
    ...(upload.target ? { target: upload.target } : {}),
    ...(account ? { account } : {}),
    ...(as.sheet ? { sheet: as.sheet } : {}),
    ...(upload.columns.length > 0 ? { mapping: { ...mapping } } : {}),
  };
  return (
    <Stack gap="lg">
      <Facts upload={upload} />
      <Reading upload={upload} as={as} onAs={onAs} />
      {upload.otherSiren && (
        <Alert color="orange" variant="light" title={t('review.otherSiren', { siren: upload.otherSiren })}>
          <Checkbox
            label={t('review.isOurs')}
            checked={isOurs}
            onChange={(event) => setOurs(event.currentTarget.checked)}
          />
        </Alert>
      )}
      {upload.columns.length > 0 && <MappingTable upload={upload} mapping={mapping} onChange={setMapping} />}
      <AccountChoice upload={upload} account={account} onChange={setAccount} />
      {order && isComplete ? (
        <DryRun order={order} onStarted={onStarted} />
      ) : (
        upload.kind !== null && isOurs && <Text>{t(hasColumns ? 'review.account.first' : 'dry.mapFirst')}</Text>
      )}
    </Stack>
  );
}

/** Everything about one uploaded file, up to the order to import it. */
export function UploadReview({
  uploadId,
  onStarted,
  onDrop,
}: Readonly<{ uploadId: string; onStarted: (jobId: number) => void; onDrop: () => void }>) {
  const { t } = useWords('imports');
  const [as, setAs] = useState<As>({});
  const upload = useRead(imports.inspect, { params: { uploadId }, query: as });
  return (
    <Paper className="q-panel" p={{ base: 'md', sm: 'lg' }}>
      <Answer of={upload}>
        {(view) => (
          <Review
            key={JSON.stringify([view.kind, view.target, view.headers])}
            upload={view}
            as={as}
            onAs={setAs}
            onStarted={onStarted}
          />
        )}
      </Answer>
      <Button variant="subtle" color="gray" mt="md" onClick={onDrop}>
        {t('review.another')}
      </Button>
    </Paper>
  );
}
