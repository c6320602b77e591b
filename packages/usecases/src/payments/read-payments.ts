// Payments read: the list with what is not applied by age, and one payment whole with what can be done.
import type { CompanyId, PaymentId } from '@quittance/core/kernel';
import {
  type DeedRow,
  findPayment,
  hasDeeds,
  isEnteredAgain,
  isTied,
  listDeedsOf,
  listMovementsOf,
  listPayments,
  listUsesOfPayment,
  type PaymentFilter,
  type PaymentMovement,
  type PaymentRow,
  type PaymentUse,
  readUnappliedAges,
} from '@quittance/db/payments';
import { type Context, readOrganization } from '../context/index.ts';
import { companyToday } from './today.ts';

/** A page of payments. */
export type PaymentPage = Awaited<ReturnType<typeof listPayments>> &
  Readonly<{ ages: Awaited<ReturnType<typeof readUnappliedAges>>; openCents: number; currency: string }>;

/** The page asked for, and what is not applied under the same search. */
export const readPaymentPage = (context: Context, asked: Omit<PaymentFilter, 'today'>): Promise<PaymentPage> =>
  readOrganization(context, async (tx) => {
    const { company, today } = await companyToday(tx, context, asked.companyId);
    const filter = { ...asked, today };
    const ages = await readUnappliedAges(tx, filter, company.currency);
    const openCents = ages.reduce((sum, age) => sum + age.openCents, 0);
    return { ...(await listPayments(tx, filter)), ages, openCents, currency: company.currency };
  });

/** What can be done with a payment now. */
export type PaymentDeed = 'apply' | 'return' | 'refund' | 'move' | 'gain' | 'cancel' | 'again';

/** One payment, whole. */
export type PaymentSheet = PaymentRow &
  Readonly<{
    movements: readonly PaymentMovement[];
    uses: readonly PaymentUse[];
    deeds: readonly DeedRow[];
    can: readonly PaymentDeed[];
    smallDifferenceCents: number;
  }>;

type Judged = Readonly<{
  payment: PaymentRow;
  deeds: readonly DeedRow[];
  isTouched: boolean;
  isEnteredAgain: boolean;
  limitCents: number;
  gone: number;
}>;

/** What is possible: free money goes anywhere; what the bank brought may come back; only what was entered here is cancelled whole. */
function possible({ payment, deeds, isTouched, isEnteredAgain, limitCents, gone }: Judged): PaymentDeed[] {
  if (payment.direction === 'out' || payment.purpose === 'cancelled') return [];
  const free = payment.openCents;
  const isOwn = deeds.some((deed) => deed.kind === 'record' && deed.undoneOn === null);
  const isCancelled = deeds.some((deed) => deed.kind === 'record' && deed.undoneOn !== null);
  const can: (PaymentDeed | false)[] = [
    free > 0 && 'apply',
    payment.purpose === 'payment' && gone < payment.cents && 'return',
    free > 0 && 'refund',
    free > 0 && 'move',
    free > 0 && free <= limitCents && 'gain',
    isOwn && !isTouched && 'cancel',
    isCancelled && !isEnteredAgain && 'again',
  ];
  return can.filter((deed) => deed !== false);
}

/** The sheet of a payment, or undefined. */
export const readPaymentSheet = (
  context: Context,
  { companyId, paymentId }: Readonly<{ companyId: CompanyId; paymentId: PaymentId }>,
): Promise<PaymentSheet | undefined> =>
  readOrganization(context, async (tx) => {
    const { company, today } = await companyToday(tx, context, companyId);
    const payment = await findPayment(tx, { companyId, paymentId, today });
    if (!payment) return undefined;
    const uses = await listUsesOfPayment(tx, paymentId);
    const deeds = await listDeedsOf(tx, companyId, paymentId);
    const limitCents = company.policy.smallDifferenceCents;
    const out = uses.filter((use) => use.purpose !== null && use.reversedOn === null);
    const gone = out.reduce((sum, use) => sum + use.cents, 0);
    const entry = deeds.find(({ kind }) => kind === 'record');
    const isEntered = entry !== undefined && (await isEnteredAgain(tx, entry.deedId));
    const isTouched = (await hasDeeds(tx, paymentId)) || (await isTied(tx, paymentId));
    const can = possible({ payment, deeds, isTouched, isEnteredAgain: isEntered, limitCents, gone });
    const movements = await listMovementsOf(tx, paymentId);
    return { ...payment, movements, uses, deeds, can, smallDifferenceCents: limitCents };
  });
