// Lines of deeds: taking allocations back, joining money out to what pays it, and cancelling a fact as a whole. Under locks taken before.
import {
  type AllocationId,
  type CompanyId,
  type Currency,
  type CustomerId,
  type Day,
  maxDay,
  type PaymentId,
} from '@quittance/core/kernel';
import type { CreditKey } from '@quittance/db/ledger';
import { lockCredit, lockDebts } from '@quittance/db/ledger/write';
import {
  insertLines,
  insertMoney,
  type LiveLine,
  type LockedMoney,
  listLiveLines,
  lockPayment,
  type NewLine,
} from '@quittance/db/payments/write';
import type { Tx } from '@quittance/db/tx';

/** Of whom lines are, and by whom they are written. */
export type LineScope = Readonly<{ companyId: CompanyId; currency: Currency; actor: string; reason: string }>;

const lineOf = (scope: LineScope, credit: CreditKey, line: Omit<NewLine, keyof LineScope | 'credit'>): NewLine => ({
  ...scope,
  credit,
  ...line,
});

/** Locks the due terms a credit is applied to, then the credit itself if it is a payment; returns both as they are under lock. */
export async function lockWithDebts(
  tx: Tx,
  companyId: CompanyId,
  paymentId: PaymentId,
): Promise<{ payment: LockedMoney; live: LiveLine[] } | undefined> {
  const credit = { kind: 'payment', id: paymentId } as const;
  const before = await listLiveLines(tx, credit);
  await lockDebts(
    tx,
    companyId,
    before.flatMap(({ receivableId }) => receivableId ?? []),
  );
  const payment = await lockPayment(tx, companyId, paymentId);
  return payment && { payment, live: await listLiveLines(tx, credit) };
}

/** Takes lines back on a day, each not before its own. Returns the ids of what was taken back. */
export async function takeBack(
  tx: Tx,
  scope: LineScope,
  given: Readonly<{ credit: CreditKey; lines: readonly LiveLine[]; on: Day }>,
): Promise<AllocationId[]> {
  const rows = given.lines.map(({ allocationId, receivableId, refundId, on, cents }) =>
    lineOf(scope, given.credit, {
      receivableId,
      refundId,
      on: maxDay(given.on, on),
      cents: -cents,
      reverses: allocationId,
    }),
  );
  await insertLines(tx, rows);
  return given.lines.map(({ allocationId }) => allocationId);
}

/** Joins a credit to money out. */
export const payOut = (
  tx: Tx,
  scope: LineScope,
  line: Readonly<{ credit: CreditKey; refundId: PaymentId; on: Day; cents: number }>,
): Promise<AllocationId[]> =>
  insertLines(tx, [lineOf(scope, line.credit, { ...line, receivableId: null, reverses: null })]);

type Cancelled = Readonly<{ customerId: CustomerId; on: Day; cents: number }>;

/** Money out is taken back as a whole: what paid it is free again, and money in of purpose `cancelled` stands against it. */
export async function cancelMoneyOut(
  tx: Tx,
  scope: LineScope,
  out: Cancelled & Readonly<{ paymentId: PaymentId; paidBy: CreditKey }>,
): Promise<void> {
  const line = (await listLiveLines(tx, out.paidBy)).filter(({ refundId }) => refundId === out.paymentId);
  await takeBack(tx, scope, { credit: out.paidBy, lines: line, on: out.on });
  const id = await insertMoney(tx, moneyOf(scope, out, { direction: 'in', reverses: out.paymentId }));
  await payOut(tx, scope, { credit: { kind: 'payment', id }, refundId: out.paymentId, on: out.on, cents: out.cents });
}

/** A credit is taken back as a whole: its lines first, then money out of purpose `cancelled` uses it up. Returns what was taken back. */
export async function cancelCredit(
  tx: Tx,
  scope: LineScope,
  given: Cancelled & Readonly<{ credit: CreditKey }>,
): Promise<AllocationId[]> {
  const live = await listLiveLines(tx, given.credit);
  await lockDebts(
    tx,
    scope.companyId,
    live.flatMap(({ receivableId }) => receivableId ?? []),
  );
  const locked = await lockCredit(tx, scope.companyId, given.credit);
  const on = [...live.map((line) => line.on), locked?.lastOn ?? given.on].reduce(maxDay, given.on);
  const freed = await takeBack(tx, scope, { credit: given.credit, lines: live, on });
  const reverses = given.credit.kind === 'payment' ? (given.credit.id as PaymentId) : null;
  const refundId = await insertMoney(tx, moneyOf(scope, { ...given, on }, { direction: 'out', reverses }));
  await payOut(tx, scope, { credit: given.credit, refundId, on, cents: given.cents });
  return freed;
}

const moneyOf = (
  { companyId, currency }: LineScope,
  { customerId, on, cents }: Cancelled,
  { direction, reverses }: Readonly<{ direction: 'in' | 'out'; reverses: PaymentId | null }>,
) => ({
  ...{ companyId, customerId, on, cents, currency, direction, reverses },
  purpose: 'cancelled',
  method: null,
  reference: null,
});
