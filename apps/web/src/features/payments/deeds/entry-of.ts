// Entry of: the deed that entered a payment by hand.
import type { PaymentSheet } from '@quittance/contracts/api';

/** Undefined where a statement or a file told it. */
export const entryOf = ({ deeds }: PaymentSheet): number | undefined =>
  deeds.find(({ kind }) => kind === 'record')?.deedId;
