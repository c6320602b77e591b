// Bulk deeds on customers: a button each, a dialog that previews to the last reminder, a toast that takes it back.
import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { useMay } from '../../../session/index.ts';
import { type AcrossChoice, BulkBar } from '../../../views/index.ts';
import { DEEDS, type Deed } from './deeds.ts';

const BulkDialog = lazy(() => import('./bulk-dialog.tsx'));

/** The bar, and the dialog of the deed chosen. */
export function BulkDeeds({ of }: Readonly<{ of: AcrossChoice }>) {
  const { t } = useWords('customers');
  const may = useMay();
  const [deed, setDeed] = useState<Deed | null>(null);
  if (!may('customer.write')) return null;
  return (
    <>
      <BulkBar of={of}>
        {DEEDS.map((each) => (
          <Button key={each} size="compact-md" variant="default" onClick={() => setDeed(each)}>
            {t(`bulk.${each}`)}
          </Button>
        ))}
      </BulkBar>
      {deed && of.rows && (
        <Suspense>
          <BulkDialog deed={deed} rows={of.rows} count={of.count} onClose={() => setDeed(null)} onDone={of.clear} />
        </Suspense>
      )}
    </>
  );
}
