// Keep papers: two documents of debtors, a ladder changed once, each through the ordinary door on its day.
import { addDays } from '@quittance/core/kernel';
import { findCustomerByRef } from '@quittance/db/customers';
import { readOrganization } from '../../context/index.ts';
import { keepDocument, readStatement } from '../../customers/index.ts';
import { readLadders, saveLadder } from '../../scenarios/index.ts';
import { contextOn, type Stage } from './moment.ts';

const DELIVERED = `Bon de livraison signé avec réserves

Quatre bacs gastronormes GN 1/1 livrés.
Réserves du client : deux bacs rayés sur la longueur, à reprendre.
Reçu par le chef de cuisine.
`;

const findCustomer = (stage: Stage, key: string) => {
  const { customerRef } = stage.portfolio.story.find((story) => story.key === key)!;
  return readOrganization(stage.context, (tx) => findCustomerByRef(tx, stage.companyId, customerRef));
};

/** The statement sent before the last step, and the delivery note behind the dispute. */
export async function keepPapers(stage: Stage): Promise<void> {
  const { companyId, portfolio, ports } = stage;
  const context = contextOn(stage, addDays(portfolio.today, -6), { who: 1, hour: 12 });
  const debtor = await findCustomer(stage, 'rung_decide');
  const statement = debtor && (await readStatement(context, { companyId, customerId: debtor.customerId }));
  if (debtor && statement) {
    const { pdf } = await ports.letters.renderStatement(statement);
    const about = { companyId, customerId: debtor.customerId, invoiceId: null, kind: 'correspondence' } as const;
    await keepDocument(context, { ...about, fileName: 'releve-de-compte.pdf', content: pdf });
  }
  const disputing = await findCustomer(stage, 'six_same_week');
  if (disputing) {
    const about = { companyId, customerId: disputing.customerId, invoiceId: null, kind: 'delivery_note' } as const;
    const content = new TextEncoder().encode(DELIVERED);
    await keepDocument(context, { ...about, fileName: 'bon-de-livraison-reserves.txt', content });
  }
}

const LADDER = 'trusted';
const LATER_BY_DAYS = 5;
const CHANGED_DAYS_AGO = 20;

/** The trusted ladder gets a second version: its last step waits a little longer. */
export async function changeLadder(stage: Stage): Promise<void> {
  const { companyId, portfolio } = stage;
  const context = contextOn(stage, addDays(portfolio.today, -CHANGED_DAYS_AGO), { hour: 9 });
  const ladder = (await readOrganization(context, (tx) => readLadders(tx, companyId))).find(
    (one) => one.code === LADDER,
  );
  if (!ladder) return;
  const steps = ladder.steps.map(({ rank, ...step }) =>
    rank === ladder.steps.length ? { ...step, offsetDays: step.offsetDays + LATER_BY_DAYS } : step,
  );
  const edited = { name: ladder.name, steps };
  await saveLadder(context, { companyId, code: LADDER, version: ladder.version, edited });
}
