// The customer of --customer REF, or a refusal that names it.
import { ok, type Result, refuse } from '@quittance/core/kernel';
import { type CustomerCard, findCustomerByRef } from '@quittance/db/customers';
import { readOrganization } from '@quittance/usecases/context';
import type { CliRefusal } from '../../run/answer.ts';
import type { CompanyDesk } from '../../run/desk.ts';

/** Null where none was asked for. */
export async function findAskedCustomer(
  { context, settings }: CompanyDesk,
  ref: string | undefined,
): Promise<Result<CustomerCard | null, CliRefusal>> {
  if (ref === undefined) return ok(null);
  const customer = await readOrganization(context, (tx) => findCustomerByRef(tx, settings.companyId, ref));
  return customer ? ok(customer) : refuse({ code: 'customer_not_found', ref });
}
