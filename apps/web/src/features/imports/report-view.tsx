// Report view: what an import did or would do: counts, notes, rows in error.

import { Alert, Button, List, Stack, Table, Text, Title } from '@mantine/core';
import { type ImportJob, type ImportReport, imports } from '@quittance/contracts/api';
import { fill, importNote, noteFacts } from '@quittance/contracts/messages';
import { typeset } from '@quittance/core/letters';
import { NumberText } from '@quittance/ui/values';
import { download } from '../../api/index.ts';
import { type Formats, sayCode, useFormats, useWords } from '../../i18n/index.ts';
import { useToast } from '../../page/index.ts';
import { type Column, DataTable } from '../../table/index.ts';

const KINDS = ['customers', 'contacts', 'invoices', 'creditNotes', 'payments', 'allocations', 'transactions'] as const;

/** Facts created and updated, those that are none left out. */
export function Counts({ report }: Readonly<{ report: ImportReport }>) {
  const { t } = useWords('imports');
  const isDry = report.importId === null;
  const shown = KINDS.filter((kind) => report.counts[kind].created + report.counts[kind].updated > 0);
  if (shown.length === 0) return <Text>{t('dry.nothing')}</Text>;
  return (
    <Table withRowBorders={false} maw={480} verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('report.what')}</Table.Th>
          <Table.Th className="q-num">{t(isDry ? 'report.created' : 'report.wasCreated')}</Table.Th>
          <Table.Th className="q-num">{t(isDry ? 'report.updated' : 'report.wasUpdated')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {shown.map((kind) => (
          <Table.Tr key={kind}>
            <Table.Td>{t(`count.${kind}`)}</Table.Td>
            <Table.Td className="q-num">
              <NumberText value={report.counts[kind].created} />
            </Table.Td>
            <Table.Td className="q-num">
              <NumberText value={report.counts[kind].updated} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Numbers and lists as people read them. */
const written = (fact: unknown, number: Formats['number']): unknown => {
  if (Array.isArray(fact)) return fact.join(', ');
  return typeof fact === 'number' ? number(fact) : fact;
};

type Note = ImportReport['notes'][number];

function useNoteWords(currency: string): (note: Note) => string {
  const { t, language } = useWords('imports');
  const { money, day, number } = useFormats();
  const amount = (cents: number) => money(cents, currency);
  return ({ code, facts }) => {
    const row = typeof facts.row === 'number' ? ` (${t('notes.row', { row: facts.row })})` : '';
    const numbers = Object.entries(facts).map(([name, fact]) => [
      name,
      /cents$/i.test(name) ? fact : written(fact, number),
    ]);
    const filled = noteFacts(Object.fromEntries(numbers), { amount, day });
    const words = fill(importNote(code, language), filled, language);
    return typeset(words, language) + row;
  };
}

/** Things worth knowing that are no errors. */
export function Notes({ report }: Readonly<{ report: ImportReport }>) {
  const { t } = useWords('imports');
  const wordsOf = useNoteWords(report.currency);
  if (report.notes.length === 0) return null;
  return (
    <div>
      <Title order={4} mb={4}>
        {t('notes.title')}
      </Title>
      <List size="sm" spacing={4}>
        {report.notes.map((note) => (
          <List.Item key={note.code + JSON.stringify(note.facts)}>{wordsOf(note)}</List.Item>
        ))}
      </List>
    </div>
  );
}

type RowError = ImportJob['errors'][number];

/** Rows that cannot be read, and the whole list as a file. */
export function RowErrors({ job }: Readonly<{ job: ImportJob }>) {
  const { t } = useWords('imports');
  const toast = useToast();
  const count = job.report?.errorCount ?? 0;
  if (count === 0) return null;
  const fieldsOr = (code: string, text: string): string =>
    /^too_(few|many)_fields$/.test(code) ? t('errors.fields', { count: Number.parseInt(text, 10) }) : text;
  const columns: Column<RowError>[] = [
    { key: 'row', title: t('errors.row'), numeric: true, isName: true, cell: ({ row }) => <NumberText value={row} /> },
    { key: 'column', title: t('errors.column'), cell: ({ column }) => column },
    {
      key: 'problem',
      title: t('errors.problem'),
      cell: ({ code }) => sayCode(t, `errorCode.${code}`, 'errorCode.other'),
    },
    { key: 'seen', title: t('errors.seen'), cell: ({ code, seen }) => fieldsOr(code, seen) },
    {
      key: 'expected',
      title: t('errors.expected'),
      cell: ({ code, expected }) => {
        const words = t(`expected.${code}`);
        return words === `expected.${code}` ? fieldsOr(code, expected) : words;
      },
    },
  ];
  const save = () => void download(imports.jobErrorsFile, { params: { jobId: job.jobId } }).catch(toast.refused);
  return (
    <Stack gap="xs">
      <Alert color="orange" variant="light" title={t('errors.title', { count })}>
        <Text size="sm">{t('errors.hint')}</Text>
      </Alert>
      <div>
        <Button variant="default" size="xs" onClick={save}>
          {t('errors.download')}
        </Button>
      </div>
      {job.errors.length < count && (
        <Text size="sm" c="dimmed">
          {t('errors.first', { count: job.errors.length })}
        </Text>
      )}
      <DataTable
        label={t('errors.title', { count })}
        rows={job.errors}
        columns={columns}
        rowKey={({ row, column, code }) => `${row} ${column} ${code}`}
      />
    </Stack>
  );
}

/** Why a whole file was refused, in words. */
export function Refusal({ report }: Readonly<{ report: ImportReport }>) {
  const { t } = useWords('imports');
  const { refusal } = report;
  if (!refusal) return null;
  return (
    <Alert color="red" variant="light" title={t('report.refused')} role="alert">
      <Text size="sm">
        {sayCode(t, `errorCode.${refusal.code}`, 'errorCode.other')}
        {refusal.seen && `${t('words:colon')} ${refusal.seen}`}
      </Text>
      {refusal.expected && (
        <Text size="sm">
          {t('errors.expected')}
          {t('words:colon')} {refusal.expected}
        </Text>
      )}
    </Alert>
  );
}
