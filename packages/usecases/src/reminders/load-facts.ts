// Load facts: rows of the database gathered into what the planner asks for, customer by customer.
import type { CompanyFacts, CustomerFacts, Scenario } from '@quittance/core/dunning';
import { cents, type Day } from '@quittance/core/kernel';
import type { Contact } from '@quittance/core/parties';
import { findLastSourceDay } from '@quittance/db/companies';
import {
  type ContactFactsRow,
  type CustomerFactsRow,
  type FactScope,
  listContacts,
  listDebtors,
  listHolds,
  listOpenCredits,
  listOpenReceivables,
  listPastContacts,
  listScenarios,
} from '@quittance/db/dunning';
import type { Tx } from '@quittance/db/tx';
import type { CompanySettings } from '../companies/settings.ts';

/** Company and customers as the planner wants them; `failures` are customers whose data cannot be planned. */
export type DunningFacts = Readonly<{
  company: CompanyFacts;
  customers: readonly CustomerFacts[];
  failures: readonly PlanFailure[];
}>;

/** A customer left out of the plan, by name, so that the others go on (situation 29). */
export type PlanFailure = Readonly<{
  customerId: number;
  customerRef: string;
  customerName: string;
  /** Nobody's ladder, or facts the planner cannot read. */
  code: 'scenario_missing' | 'facts_broken';
}>;

const byCustomer = <Row extends { customerId: number }>(rows: readonly Row[]): Map<number, Row[]> => {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.customerId);
    if (group) group.push(row);
    else groups.set(row.customerId, [row]);
  }
  return groups;
};

/** The address on the customer's own card stands as a contact without a name or a role. Its id is 0: no row of contacts. */
export const CARD_CONTACT = 0 as Contact['contactId'];

const contactsOf = (customer: CustomerFactsRow, rows: readonly ContactFactsRow[]): Contact[] => {
  if (!customer.email && !customer.phone) return [...rows];
  const { name, email, emailStatus, phone } = customer;
  return [...rows, { contactId: CARD_CONTACT, name, roles: [], language: null, email, emailStatus, phone }];
};

/** The scenario a customer is on: their own, their segment's, the company's. */
export const scenarioCodeOf = (
  customer: Readonly<{ scenario: string | null; segment: string | null }>,
  policy: CompanySettings['policy'],
): string =>
  customer.scenario ?? (customer.segment ? policy.scenarioBySegment[customer.segment] : undefined) ?? policy.scenario;

/** Reads everything the planner needs for a day. */
export async function loadFacts(
  tx: Tx,
  settings: CompanySettings,
  scope: Omit<FactScope, 'companyId'>,
): Promise<DunningFacts> {
  const { companyId, liveSegments } = settings;
  const where: FactScope = { ...scope, companyId, isLive: !settings.testMode, liveSegments };
  const debtors = await listDebtors(tx, where);
  const receivables = byCustomer(await listOpenReceivables(tx, where));
  const credits = byCustomer(await listOpenCredits(tx, where));
  const contacts = byCustomer(await listContacts(tx, where));
  const past = byCustomer(await listPastContacts(tx, where));
  const holds = byCustomer(await listHolds(tx, where));
  const scenarios = new Map(
    (await listScenarios(tx, settings.companyId)).map((row): [string, Scenario] => [row.code, row]),
  );
  const lastSourceOn = (await findLastSourceDay(tx, settings.companyId)) as Day | null;

  const customers: CustomerFacts[] = [];
  const failures: PlanFailure[] = [];
  for (const debtor of debtors) {
    const scenario = scenarios.get(scenarioCodeOf(debtor, settings.policy));
    if (!scenario) {
      failures.push({
        customerId: debtor.customerId,
        customerRef: debtor.ref,
        customerName: debtor.name,
        code: 'scenario_missing',
      });
      continue;
    }
    customers.push({
      customerId: debtor.customerId,
      ref: debtor.ref,
      name: debtor.name,
      kind: debtor.kind,
      language: debtor.language,
      scenario,
      contacts: contactsOf(debtor, contacts.get(debtor.customerId) ?? []),
      hasPostalAddress: debtor.hasPostalAddress,
      receivables: (receivables.get(debtor.customerId) ?? []).map((row) => ({
        ...row,
        grossCents: cents(row.grossCents),
        openCents: cents(row.openCents),
      })),
      credits: (credits.get(debtor.customerId) ?? []).map((row) => ({ ...row, openCents: cents(row.openCents) })),
      pastContacts: past.get(debtor.customerId) ?? [],
      holds: (holds.get(debtor.customerId) ?? []).map((row) => ({
        ...row,
        cents: row.cents === null ? null : cents(row.cents),
      })),
    });
  }
  return { company: { policy: settings.policy, calendar: settings.calendar, lastSourceOn }, customers, failures };
}
