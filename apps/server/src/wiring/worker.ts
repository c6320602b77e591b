// The worker: looks for jobs and for what is due to leave, in every organization, every few seconds and whenever it is woken.

import { localDay } from '@quittance/core/calendar';
import type { OrgId } from '@quittance/core/kernel';
import { listCompanies } from '@quittance/db/companies';
import { listOrganizationsWithWork } from '@quittance/db/jobs';
import type { Database } from '@quittance/db/tx';
import { type Context, readOrganization } from '@quittance/usecases/context';
import { type DeliveryPorts, deliverDue, recoverClaims } from '@quittance/usecases/delivery';
import { type JobHandlers, runNextJob } from '@quittance/usecases/jobs';
import type { Clock } from '@quittance/usecases/ports';

export type WorkerOptions = Readonly<{
  db: Database;
  clock: Clock;
  ports: DeliveryPorts;
  jobs: JobHandlers;
  /** Told of every round that failed; the next one goes on. */
  onError(error: unknown): void;
  pauseMs?: number;
}>;

/** A running worker. */
export type Worker = Readonly<{ wake(): void; stop(): Promise<void> }>;

const PAUSE_MS = 3_000;

async function workFor(orgId: OrgId, options: WorkerOptions): Promise<void> {
  const context: Context = { db: options.db, orgId, actor: 'worker', clock: options.clock };
  await recoverClaims(context);
  while (await runNextJob(context, options.ports.worker, options.jobs));
  for (const company of await readOrganization(context, listCompanies)) {
    const on = localDay(options.clock.now().getTime(), company.timezone);
    await deliverDue(context, options.ports, { companyId: company.companyId, on }).catch(options.onError);
  }
}

/** One round over every organization; the trouble of one does not stop the others. */
async function round(options: WorkerOptions, stopped: () => boolean): Promise<void> {
  for (const orgId of await listOrganizationsWithWork(options.db)) {
    if (stopped()) return;
    await workFor(orgId, options).catch(options.onError);
  }
}

/** Starts working. `stop` lets the round under way end. */
export function startWorker(options: WorkerOptions): Worker {
  let stopped = false;
  let wake = () => {};
  let woken = false;
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, options.pauseMs ?? PAUSE_MS);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (woken || stopped) wake();
      woken = false;
    });
  const running = (async () => {
    while (!stopped) {
      await round(options, () => stopped).catch(options.onError);
      await pause();
    }
  })();
  return {
    wake: () => {
      woken = true;
      wake();
    },
    stop: async () => {
      stopped = true;
      wake();
      await running;
    },
  };
}
