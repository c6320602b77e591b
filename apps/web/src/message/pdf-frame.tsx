// PDF frame: a letter as it will be printed, with a way to open it apart where the browser shows no PDF inside a page.
import { Anchor, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useWords } from '../i18n/index.ts';

const blobOf = (pdf: Blob | string): Blob => {
  if (typeof pdf !== 'string') return pdf;
  const bytes = Uint8Array.from(atob(pdf), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: 'application/pdf' });
};

/** The letter alone, as wide as its frame. */
const VIEW = '#toolbar=0&navpanes=0&view=FitH';

/** `pdf` is a blob, or base64. */
export function PdfFrame({ pdf }: Readonly<{ pdf: Blob | string }>) {
  const { t } = useWords('message');
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(blobOf(pdf));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [pdf]);
  if (!url) return null;
  return (
    <Stack gap="xs">
      <Anchor href={url} target="_blank" rel="noreferrer" size="sm">
        {t('openPdf')}
      </Anchor>
      <iframe className="q-mail" title={t('pdf')} src={`${url}${VIEW}`} />
    </Stack>
  );
}
