// Mapping table: what each column of the file is taken for, with the file's own first rows, correctable.
import { Select, Stack, Text, Title } from '@mantine/core';
import type { UploadView } from '@quittance/contracts/api';
import { sayCode, useWords } from '../../i18n/index.ts';
import { type Column, DataTable } from '../../table/index.ts';

/** Our column → header of the file; a column left out is absent. */
export type Mapping = Readonly<Record<string, string>>;

/** The guess of the server as a mapping. */
export const guessedMapping = (upload: UploadView): Mapping =>
  Object.fromEntries(upload.columns.flatMap(({ column, header }) => (header === null ? [] : [[column, header]])));

/** Required columns that no header of the file is taken for. */
export const missingColumns = (upload: UploadView, mapping: Mapping): readonly string[] =>
  upload.columns.filter(({ column, required }) => required && !mapping[column]).map(({ column }) => column);

const SAMPLES = 3;

const samplesOf = (upload: UploadView, header: string | undefined): string => {
  const at = upload.headers.indexOf(header ?? '');
  if (at < 0) return '';
  return upload.sampleRows
    .map((row) => row[at] ?? '')
    .filter(Boolean)
    .slice(0, SAMPLES)
    .join(' · ');
};

type Field = UploadView['columns'][number];

/** Lets the reader correct the guess. */
export function MappingTable({
  upload,
  mapping,
  onChange,
}: Readonly<{ upload: UploadView; mapping: Mapping; onChange: (mapping: Mapping) => void }>) {
  const { t } = useWords('imports');
  const nameOf = (column: string) => sayCode(t, `column.${column}`, 'mapping.field');
  const set = (column: string, header: string | null) => {
    const { [column]: _, ...others } = mapping;
    onChange(header === null ? others : { ...others, [column]: header });
  };
  const missing = missingColumns(upload, mapping).length;
  const columns: Column<Field>[] = [
    {
      key: 'field',
      title: t('mapping.field'),
      isName: true,
      cell: ({ column, required }) => (
        <span>
          {nameOf(column)}{' '}
          {required && (
            <Text span size="xs" c="dimmed">
              ({t('mapping.required')})
            </Text>
          )}
        </span>
      ),
    },
    {
      key: 'header',
      title: t('mapping.header'),
      cell: ({ column, required }) => (
        <Select
          size="xs"
          aria-label={`${t('mapping.header')}${t('words:colon')} ${nameOf(column)}`}
          data={[...new Set(upload.headers)]}
          value={mapping[column] ?? null}
          onChange={(header) => set(column, header)}
          placeholder={t('mapping.none')}
          clearable={!required}
          searchable
          error={required && !mapping[column]}
        />
      ),
    },
    {
      key: 'samples',
      title: t('mapping.samples'),
      cell: ({ column }) => <div className="q-samples">{samplesOf(upload, mapping[column])}</div>,
    },
  ];
  return (
    <Stack gap="xs">
      <Title order={3} fz="md">
        {t('mapping.title')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('mapping.hint')}
      </Text>
      {missing > 0 && <Text size="sm">{t('mapping.missing', { count: missing })}</Text>}
      <DataTable label={t('mapping.title')} rows={upload.columns} columns={columns} rowKey={({ column }) => column} />
    </Stack>
  );
}
