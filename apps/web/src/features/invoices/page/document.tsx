// Document: the PDF of the invoice, dropped or chosen, opened, replaced, taken off and put back.
import { Button, FileButton, Group, Text } from '@mantine/core';
import { type InvoiceView, invoices } from '@quittance/contracts/api';
import { FileText, Paperclip } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import { download, useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { ProblemNote, useToast } from '../../../page/index.ts';
import { useMay } from '../../../session/index.ts';
import { INVOICE_READS } from '../stale.ts';
import { Section } from './figure.tsx';
import './page.css';

const ICON = 16;

function useDocument(invoice: InvoiceView) {
  const { t } = useWords('invoices');
  const toast = useToast();
  const attach = useWrite(invoices.attachDocument, INVOICE_READS);
  const remove = useWrite(invoices.removeDocument, INVOICE_READS);
  const restore = useWrite(invoices.restoreDocument, INVOICE_READS);
  const params = { invoiceId: invoice.invoiceId };
  const send = (file: File | null | undefined) => {
    if (!file) return;
    const body = new FormData();
    body.append('file', file, file.name);
    attach.mutate({ params, body }, { onSuccess: () => toast.done(t('document.kept', { name: file.name })) });
  };
  const takeOff = () =>
    remove.mutate(
      { params },
      {
        onSuccess: () => toast.done(t('document.removed'), { undo: () => restore.mutateAsync({ params }) }),
        onError: toast.refused,
      },
    );
  const open = () => void download(invoices.document, { params }).catch(toast.refused);
  return { attach, send, takeOff, open };
}

/** The section; dropping works on all of it. */
export function DocumentSection({ invoice }: Readonly<{ invoice: InvoiceView }>) {
  const { t } = useWords('invoices');
  const { bytes } = useFormats();
  const may = useMay();
  const [isOver, setOver] = useState(false);
  const { attach, send, takeOff, open } = useDocument(invoice);
  const { document: kept } = invoice;
  const canWrite = may('import.write');
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (canWrite) send(event.dataTransfer.files[0]);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(canWrite);
  };
  return (
    <Section title={t('document.title')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping has a keyboard way beside it, the button */}
      <div
        className="q-invoice-drop"
        data-over={isOver || undefined}
        onDragOver={over}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Text size="sm">
          {kept ? t('document.is', { name: kept.fileName, size: bytes(kept.bytes) }) : t('document.none')}
        </Text>
        <Group gap="xs">
          {kept && (
            <Button variant="default" leftSection={<FileText size={ICON} aria-hidden />} onClick={open}>
              {t('document.open')}
            </Button>
          )}
          {canWrite && (
            <FileButton
              accept="application/pdf,.pdf"
              onChange={send}
              inputProps={{ 'aria-label': t('document.choose') }}
            >
              {(button) => (
                <Button
                  {...button}
                  variant="default"
                  loading={attach.isPending}
                  leftSection={<Paperclip size={ICON} aria-hidden />}
                >
                  {t(kept ? 'document.replace' : 'document.add')}
                </Button>
              )}
            </FileButton>
          )}
          {kept && canWrite && (
            <Button variant="subtle" color="gray" onClick={takeOff}>
              {t('document.remove')}
            </Button>
          )}
        </Group>
        <ProblemNote error={attach.error} />
      </div>
    </Section>
  );
}
