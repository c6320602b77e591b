// Wire: the use cases, the outside and the worker joined on an open database. The one place that knows them all.
import { hashPassword } from '@quittance/adapters/passwords';
import type { Database } from '@quittance/db/tx';
import { type Clock, machineClock } from '@quittance/usecases/ports';
import { ageingServices } from '../handlers/ageing.ts';
import { backupsService } from '../handlers/backups.ts';
import { bankService } from '../handlers/bank.ts';
import { matchingService } from '../handlers/cash/matching.ts';
import { memoryService } from '../handlers/cash/memory.ts';
import { channelsService } from '../handlers/channels.ts';
import { companiesService } from '../handlers/companies.ts';
import { customersServices } from '../handlers/customers/index.ts';
import type { HandlerDeps } from '../handlers/deps.ts';
import { importJobs, importsService } from '../handlers/imports/index.ts';
import { allocationsService } from '../handlers/invoices/allocations.ts';
import { invoicesService } from '../handlers/invoices/index.ts';
import { journalService } from '../handlers/journal.ts';
import { outboxService } from '../handlers/outbox.ts';
import { paymentServices } from '../handlers/payments/index.ts';
import { ratesService } from '../handlers/rates.ts';
import { remindersService } from '../handlers/reminders.ts';
import { scenariosService } from '../handlers/scenarios.ts';
import { noticesService, searchService } from '../handlers/search-and-notices.ts';
import { setupService } from '../handlers/setup.ts';
import { startService } from '../handlers/start.ts';
import { holdsService, tasksService } from '../handlers/tasks-and-holds.ts';
import { templatesService } from '../handlers/templates.ts';
import { usersService } from '../handlers/users.ts';
import { viewsService } from '../handlers/views.ts';
import type { Services } from '../services/index.ts';
import type { Wiring } from '../start/index.ts';
import { type Outside, openOutside } from './outside.ts';
import { startWorker, type Worker } from './worker.ts';
import { takeWorkerNumber } from './worker-number.ts';

/** An open house: its database, its data folder, and what the environment says. */
export type House = Readonly<{
  db: Database;
  dataDir: string;
  appUrl: string;
  /** Where backups read everything; absent: none can be made from the screens. */
  ownerUrl?: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Whether this process delivers and does long work; another one does it otherwise. */
  work: boolean;
  onError(error: unknown): void;
  clock?: Clock;
}>;

/** Every service on the real use cases. */
export function createServices(deps: HandlerDeps, worker: number, ownerUrl?: string): Services {
  const { db, clock, renderer, mail, accounts } = deps;
  const delivery = () => ({ renderer, mail, accounts, worker });
  const history = { delivery: { renderer, mail: null, worker }, printer: deps.printer, letters: deps.letters };
  return {
    setup: setupService({ db, clock, hashPassword, history }),
    start: startService(deps),
    companies: companiesService(deps),
    channels: channelsService(deps),
    users: usersService(deps, hashPassword),
    journal: journalService(deps),
    imports: importsService(deps),
    bank: bankService(deps),
    ...ageingServices(deps),
    ...customersServices(deps),
    views: viewsService(deps),
    invoices: invoicesService(deps),
    allocations: allocationsService(deps),
    matching: matchingService(deps),
    memory: memoryService(deps),
    ...paymentServices(deps),
    reminders: remindersService(deps, delivery),
    holds: holdsService(deps),
    scenarios: scenariosService(deps),
    templates: templatesService(deps),
    rates: ratesService(deps),
    backups: backupsService(deps, ownerUrl),
    tasks: tasksService(deps),
    outbox: outboxService(deps),
    search: searchService(deps),
    notices: noticesService(deps),
  };
}

const depsOf = (house: House, outside: Outside, wake: () => void): HandlerDeps => ({
  db: house.db,
  dataDir: house.dataDir,
  clock: house.clock ?? machineClock,
  renderer: outside.renderer,
  letters: outside.letters,
  balances: outside.balances,
  templates: outside.templates,
  printer: outside.printer,
  mail: outside.mail,
  sharedServer: outside.sharedServer,
  accounts: outside.accounts,
  wake,
});

/** Opens the outside, takes a worker's number, starts the worker where it is wanted. */
export async function wire(house: House): Promise<Wiring> {
  const outside = await openOutside(house.env, house.dataDir);
  const number = await takeWorkerNumber(house.appUrl);
  let worker: Worker | null = null;
  const deps = depsOf(house, outside, () => worker?.wake());
  if (house.work) {
    const ports = { renderer: deps.renderer, mail: deps.mail, accounts: deps.accounts, worker: number.worker };
    worker = startWorker({
      db: deps.db,
      clock: deps.clock,
      ports,
      jobs: importJobs(house.onError),
      onError: house.onError,
    });
  }
  return {
    services: createServices(deps, number.worker, house.ownerUrl),
    close: async () => {
      await worker?.stop();
      await number.release();
      await outside.close();
    },
  };
}
