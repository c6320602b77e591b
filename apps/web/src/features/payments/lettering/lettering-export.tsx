// Lettering export: the entries made here and the letters of closed groups over a period, as a file for the accounting software.
import '../words.ts';
import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { useMay } from '../../../session/index.ts';

const LetteringDialog = lazy(() => import('./lettering-dialog.tsx').then((m) => ({ default: m.LetteringDialog })));
const ICON = 16;

/** A button, for those who may export. */
export function LetteringExport() {
  const { t } = useWords('payments');
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  if (!may('ledger.export')) return null;
  return (
    <>
      <Button variant="default" leftSection={<Download size={ICON} aria-hidden />} onClick={() => setOpen(true)}>
        {t('lettering.open')}
      </Button>
      <Suspense fallback={null}>{isOpen && <LetteringDialog onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
