// Mappings: the columns remembered for each layout of file, which may be forgotten.
import { Button, Stack, Text, Title } from '@mantine/core';
import { imports, type RememberedMapping } from '@quittance/contracts/api';
import { useRead, useWrite } from '../../api/index.ts';
import { sayCode, useFormats, useWords } from '../../i18n/index.ts';
import { ProblemNote, useToast } from '../../page/index.ts';
import { useMay } from '../../session/index.ts';
import { type Column, DataTable } from '../../table/index.ts';

/** Nothing is drawn while nothing is remembered. */
export function Mappings() {
  const { t } = useWords('imports');
  const { instant } = useFormats();
  const may = useMay();
  const toast = useToast();
  const list = useRead(imports.mappings, undefined);
  const forget = useWrite(imports.forgetMapping, ['/api/v1/imports/mappings']);
  const rows = list.data?.items ?? [];
  if (rows.length === 0) return null;
  const erase = ({ target, headers }: RememberedMapping) =>
    forget.mutate({ body: { target, headers } }, { onSuccess: () => toast.done(t('mappings.forgotten')) });
  const told = ({ columns }: RememberedMapping): string =>
    Object.entries(columns)
      .map(([column, header]) => `${header} → ${sayCode(t, `column.${column}`, 'mapping.field')}`)
      .join(' · ');
  const columns: Column<RememberedMapping>[] = [
    { key: 'target', title: t('mappings.target'), isName: true, cell: ({ target }) => t(`target.${target}`) },
    {
      key: 'columns',
      title: t('mappings.columns'),
      cell: (row) => <span className="q-mapping-text">{told(row)}</span>,
      hideOnPhone: true,
    },
    { key: 'used', title: t('mappings.used'), cell: ({ usedAt }) => instant(usedAt) },
    {
      key: 'forget',
      title: t('mappings.deed'),
      cell: (row) =>
        may('import.write') && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => erase(row)}
            aria-label={t('mappings.forgetOf', { headers: row.headers })}
          >
            {t('mappings.forget')}
          </Button>
        ),
    },
  ];
  return (
    <Stack gap="xs" mt="xl">
      <Title order={2}>{t('mappings.title')}</Title>
      <Text size="sm" c="dimmed">
        {t('mappings.hint')}
      </Text>
      <ProblemNote error={forget.error} />
      <DataTable
        label={t('mappings.title')}
        rows={rows}
        columns={columns}
        rowKey={({ target, headers }) => `${target} ${headers}`}
      />
    </Stack>
  );
}
