// Documents by the dozen: PDFs whose names bear an invoice number find their invoice; a report says what became of each.
import { Button, FileButton, List, Modal, Progress, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { invoices } from '@quittance/contracts/api';
import type { RouteOutput } from '@quittance/contracts/route';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Paperclip } from 'lucide-react';
import { useState } from 'react';
import { call, refresh, wordsOfError } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFactWords } from '../../../page/index.ts';
import { INVOICE_READS } from '../stale.ts';

const ICON = 16;
const WHOLE = 100;

type Match = RouteOutput<typeof invoices.attachByName>;
type Line = Readonly<{ name: string; match?: Match; error?: string }>;

const formOf = (file: File): FormData => {
  const form = new FormData();
  form.append('file', file, file.name);
  return form;
};

function ReportLine({ line: { name, match, error } }: Readonly<{ line: Line }>) {
  const { t } = useWords('invoices');
  return (
    <List.Item>
      {name} : {match ? t(`documents.${match.outcome}`) : error}{' '}
      {match?.invoiceId && (
        <Link to="/invoices/$invoiceId" params={{ invoiceId: String(match.invoiceId) }}>
          {match.number}
        </Link>
      )}
    </List.Item>
  );
}

/** A button, its dialog and its report. */
export function DocumentsDialog() {
  const { t, language } = useWords('invoices');
  const client = useQueryClient();
  const factWords = useFactWords();
  const [isOpen, dialog] = useDisclosure(false);
  const [lines, setLines] = useState<readonly Line[]>([]);
  const [total, setTotal] = useState(0);
  const send = async (files: File[]) => {
    setTotal(files.length);
    setLines([]);
    for (const file of files) {
      const line = await call(invoices.attachByName, { body: formOf(file) }).then(
        (match): Line => ({ name: file.name, match }),
        (error): Line => ({ name: file.name, error: wordsOfError(error, language, factWords).detail }),
      );
      setLines((before) => [...before, line]);
    }
    await refresh(client, ...INVOICE_READS);
  };
  const attached = lines.filter(({ match }) => match?.invoiceId).length;
  const isBusy = lines.length < total;
  return (
    <>
      <Button variant="default" leftSection={<Paperclip size={ICON} aria-hidden />} onClick={dialog.open}>
        {t('documents.title')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={dialog.close}
        title={t('documents.title')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('words:do.close') }}
      >
        <Stack>
          <Text size="sm">{t('documents.hint')}</Text>
          <FileButton
            multiple
            accept="application/pdf,.pdf"
            onChange={(files) => void send(files)}
            inputProps={{ 'aria-label': t('documents.choose') }}
          >
            {(button) => (
              <Button {...button} loading={isBusy}>
                {t('documents.choose')}
              </Button>
            )}
          </FileButton>
          {total > 0 && (
            <>
              <Progress value={(lines.length / total) * WHOLE} aria-label={t('documents.progress')} />
              <Text size="sm" role="status">
                {t('documents.report', { attached, count: lines.length })}
              </Text>
              <List size="sm">
                {lines.map((line, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added, and two files may share a name
                  <ReportLine key={index} line={line} />
                ))}
              </List>
            </>
          )}
        </Stack>
      </Modal>
    </>
  );
}
