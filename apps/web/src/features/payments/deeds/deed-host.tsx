// Deed host: the dialog of the deed chosen on a payment, fetched when it is opened.
import type { PaymentSheet } from '@quittance/contracts/api';
import { lazy, Suspense } from 'react';

const ReturnDialog = lazy(() => import('./return-dialog.tsx').then((m) => ({ default: m.ReturnDialog })));
const RefundDialog = lazy(() => import('./refund-dialog.tsx').then((m) => ({ default: m.RefundDialog })));
const MoveDialog = lazy(() => import('./move-dialog.tsx').then((m) => ({ default: m.MoveDialog })));
const GainDialog = lazy(() => import('./gain-dialog.tsx').then((m) => ({ default: m.GainDialog })));
const CancelDialog = lazy(() => import('./cancel-dialog.tsx').then((m) => ({ default: m.CancelDialog })));
const ApplyPayment = lazy(() => import('./apply-payment.tsx').then((m) => ({ default: m.ApplyPayment })));

/** What opens a dialog. */
export type DialogDeed = 'apply' | 'return' | 'refund' | 'move' | 'gain' | 'cancel';

/** Nothing where none is chosen. */
export function DeedHost({
  deed,
  payment,
  onClose,
}: Readonly<{ deed: DialogDeed | null; payment: PaymentSheet; onClose: () => void }>) {
  return (
    <Suspense fallback={null}>
      {deed === 'return' && <ReturnDialog payment={payment} onClose={onClose} />}
      {deed === 'refund' && <RefundDialog payment={payment} onClose={onClose} />}
      {deed === 'move' && <MoveDialog payment={payment} onClose={onClose} />}
      {deed === 'gain' && <GainDialog payment={payment} onClose={onClose} />}
      {deed === 'cancel' && <CancelDialog payment={payment} onClose={onClose} />}
      {deed === 'apply' && (
        <ApplyPayment paymentId={payment.paymentId} customerName={payment.customerName} onClose={onClose} />
      )}
    </Suspense>
  );
}
