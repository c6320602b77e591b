// Setting aside: movements that are not a customer's money, by hand or because their payer is known for it.
import { localDay } from '@quittance/core/calendar';
import type { CompanyId, Day } from '@quittance/core/kernel';
import { listKnownAside } from '@quittance/db/cash';
import {
  type AsideOrder,
  dropCandidates,
  type LockedMovement,
  learnPayer,
  lockMovements,
  setMovementsAside,
} from '@quittance/db/cash/write';
import { appendEvents } from '@quittance/db/journal';
import type { Tx } from '@quittance/db/tx';
import { getSettings } from '../companies/index.ts';
import { type Context, inOrganization } from '../context/index.ts';

/** What became of several movements. */
export type LinesResult = Readonly<{
  done: readonly number[];
  refused: readonly Readonly<{ transactionId: number; code: 'not_found' | 'state_forbids' }>[];
}>;

/** Movements of a company by their ids. */
export type Named = Readonly<{ companyId: CompanyId; transactionIds: readonly number[] }>;

/** Those that may be, under lock, and what becomes of each. */
export async function sorted(
  tx: Tx,
  { companyId, transactionIds }: Named,
  mayBe: (movement: LockedMovement) => boolean,
) {
  const ids = [...new Set(transactionIds)];
  const movements = await lockMovements(tx, companyId, ids);
  const known = new Set(movements.map(({ transactionId }) => transactionId));
  const good = movements.filter(mayBe);
  const done = good.map(({ transactionId }) => transactionId);
  const refused = ids
    .filter((id) => !done.includes(id))
    .map((transactionId) => ({
      transactionId,
      code: known.has(transactionId) ? ('state_forbids' as const) : ('not_found' as const),
    }));
  return { good, result: { done, refused } };
}

const isUntouched = ({ cents, openCents, isAside }: LockedMovement): boolean =>
  !isAside && openCents === Math.abs(cents);

const asideFacts = (order: Omit<AsideOrder, 'transactionId'>, { cents, currency }: LockedMovement) => ({
  ...{ asideReason: order.reason, note: order.note, cents: Math.abs(cents), currency },
});

async function setAsideWithin(
  tx: Tx,
  movements: readonly LockedMovement[],
  {
    actor,
    orderOf,
  }: Readonly<{ actor: string; orderOf: (movement: LockedMovement) => Omit<AsideOrder, 'transactionId'> }>,
): Promise<void> {
  const orders = movements.map((each) => ({ transactionId: each.transactionId, ...orderOf(each) }));
  await setMovementsAside(tx, orders, actor);
  await dropCandidates(
    tx,
    orders.map(({ transactionId }) => transactionId),
  );
  await appendEvents(
    tx,
    movements.map((movement) => ({
      kind: 'movement.set_aside',
      actor,
      subject: 'movement',
      subjectId: movement.transactionId,
      payload: asideFacts(orderOf(movement), movement),
    })),
  );
}

/** Sets movements aside; one that is matched, in part too, or set aside already is refused `state_forbids`. */
export const setAside = (
  context: Context,
  order: Named & Readonly<{ reason: string; note: string; remember: boolean }>,
): Promise<LinesResult> =>
  inOrganization(context, async (tx) => {
    const { companyId, reason, note, remember } = order;
    const { good, result } = await sorted(tx, order, isUntouched);
    await setAsideWithin(tx, good, { actor: context.actor, orderOf: () => ({ reason, note }) });
    const on = localDay(context.clock.now().getTime(), (await getSettings(tx, companyId)).timezone);
    for (const { transactionId, counterpartyIban: iban, counterpartyName: name } of remember ? good : []) {
      if (!iban && !name) continue;
      const payer = iban ? { iban, name: null } : { iban: null, name };
      const lesson = { companyId, customerId: null, setAsideReason: reason, ...payer, learnedFrom: transactionId };
      await learnPayer(tx, { ...lesson, actor: context.actor, on });
    }
    return result;
  });

/** Sets aside what waits of payers known not to be customers, booked until a day where one is said; how many. */
export const setKnownAside = (context: Context, companyId: CompanyId, until?: Day): Promise<number> =>
  inOrganization(context, async (tx) => {
    const known = new Map(
      (await listKnownAside(tx, companyId, until)).map((each) => [each.transactionId, each.reason]),
    );
    if (known.size === 0) return 0;
    const { good } = await sorted(tx, { companyId, transactionIds: [...known.keys()] }, isUntouched);
    const orderOf = ({ transactionId }: LockedMovement) => ({ reason: known.get(transactionId)!, note: '' });
    await setAsideWithin(tx, good, { actor: context.actor, orderOf });
    return good.length;
  });
