// What handlers stand on: the database, the clock, delivery and its worker. Made once, in main.
import { localDay, nextWorkedDay } from '@quittance/core/calendar';
import type { Day } from '@quittance/core/kernel';
import { findCompany } from '@quittance/db/companies';
import type { Database } from '@quittance/db/tx';
import { getSettings } from '@quittance/usecases/companies';
import { type Context, readOrganization } from '@quittance/usecases/context';
import type {
  BalancePrinter,
  Clock,
  LetterRenderer,
  MailAccounts,
  MailSender,
  MessageRenderer,
  PrintBatchBuilder,
  TemplateEngine,
} from '@quittance/usecases/ports';
import type { OrgContext } from '../services/index.ts';

export type HandlerDeps = Readonly<{
  db: Database;
  /** Where uploads are kept aside. */
  dataDir: string;
  clock: Clock;
  renderer: MessageRenderer;
  letters: LetterRenderer;
  balances: BalancePrinter;
  templates: TemplateEngine;
  printer: PrintBatchBuilder;
  /** The installation's mail server; null where none is set. */
  mail: MailSender | null;
  /** Its host and port, to be shown; null where none is set. */
  sharedServer: string | null;
  /** Senders for companies that set a mail server of their own. */
  accounts: MailAccounts;
  /** Tells the worker that there is something to do. */
  wake(): void;
}>;

/** The use cases' context of a request. */
export const useCaseContext = (deps: HandlerDeps, request: OrgContext): Context => ({
  db: deps.db,
  orgId: request.orgId,
  actor: request.actor,
  clock: deps.clock,
  portfolio: request.portfolio,
});

/** The day asked for, else today where the company stands. */
export async function dayAsked(deps: HandlerDeps, request: OrgContext, on: Day | undefined): Promise<Day> {
  if (on) return on;
  const company = await readOrganization(useCaseContext(deps, request), (tx) => findCompany(tx, request.companyId));
  return localDay(deps.clock.now().getTime(), company?.timezone ?? 'Europe/Paris');
}

/** The day asked for, else today where it is worked, else the next worked day: what people prepare on a Sunday is Monday's plan. */
export async function planDayAsked(deps: HandlerDeps, request: OrgContext, on: Day | undefined): Promise<Day> {
  if (on) return on;
  const company = await readOrganization(useCaseContext(deps, request), (tx) => getSettings(tx, request.companyId));
  return nextWorkedDay(localDay(deps.clock.now().getTime(), company.timezone), company.calendar);
}

/** One page of a whole list. */
export const pageOfList = <T>(all: readonly T[], { page, size }: Readonly<{ page: number; size: number }>) => ({
  items: all.slice((page - 1) * size, page * size),
  total: all.length,
  page,
  size,
});

/** Page and size as a database takes them. */
export const limits = ({ page, size }: Readonly<{ page: number; size: number }>) => ({
  limit: size,
  offset: (page - 1) * size,
});
