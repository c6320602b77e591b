// The list of customers as people filter it: for the screen, for exports and for bulk changes alike.
import { localDay, nextWorkedDay } from '@quittance/core/calendar';
import type { CompanyId, CustomerId } from '@quittance/core/kernel';
import { type CustomerFilters, type CustomerScope, listCustomerIds } from '@quittance/db/customers';
import type { Tx } from '@quittance/db/tx';
import { getSettings } from '../companies/settings.ts';
import type { Context } from '../context/index.ts';

/** Rows named one by one, or all that filters find but some. */
export type ChosenCustomers =
  | Readonly<{ ids: readonly CustomerId[] }>
  | Readonly<{ all: true; filters: CustomerFilters; except: readonly CustomerId[] }>;

/** Filters as read, without those that say nothing. */
export const filtersOf = (given: Readonly<Record<string, unknown>>): CustomerFilters =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as CustomerFilters;

/** Today where the company stands, and the day whose plan people look at. */
export async function daysOf(tx: Tx, context: Context, companyId: CompanyId) {
  const settings = await getSettings(tx, companyId);
  const on = localDay(context.clock.now().getTime(), settings.timezone);
  return { settings, on, planOn: nextWorkedDay(on, settings.calendar) };
}

/** Ids of the rows chosen. */
export async function idsOf(tx: Tx, scope: CustomerScope, rows: ChosenCustomers): Promise<readonly CustomerId[]> {
  if ('ids' in rows) return rows.ids;
  return listCustomerIds(tx, { filters: rows.filters, scope, except: rows.except });
}
