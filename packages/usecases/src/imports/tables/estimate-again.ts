// Estimate again: new payment terms move the due dates that were only estimated.
import { dueEstimator } from '@quittance/core/intake';
import type { CompanyId, Day } from '@quittance/core/kernel';
import { findCompany } from '@quittance/db/companies';
import { changeDueDates, listEstimatedTerms } from '@quittance/db/imports/tables/write';
import type { Tx } from '@quittance/db/tx';

/** Moves the estimated due dates of customers, by reference; how many moved. */
export async function estimateDueDatesAgain(
  tx: Tx,
  of: Readonly<{ companyId: CompanyId; on: Day; actor: string }>,
  refs: readonly string[],
): Promise<number> {
  const company = await findCompany(tx, of.companyId);
  const usual = company?.policy.paymentTerms;
  const estimate = dueEstimator(typeof usual === 'string' ? usual : null);
  const changes = (await listEstimatedTerms(tx, of.companyId, refs)).flatMap(
    ({ receivableId, issuedOn, dueOn, terms }) => {
      const newDueOn = estimate(issuedOn, terms);
      return newDueOn === dueOn ? [] : [{ receivableId, oldDueOn: dueOn, newDueOn, wasEstimated: true }];
    },
  );
  await changeDueDates(tx, { on: of.on, actor: of.actor, isEstimate: true }, changes);
  return changes.length;
}
