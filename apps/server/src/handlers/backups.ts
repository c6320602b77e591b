// Backups over HTTP: one at a time, written beside the data, whole or not at all.
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupsView } from '@quittance/contracts/api';
import { ok, refuse } from '@quittance/core/kernel';
import { listOrganizations } from '@quittance/db/organizations';
import { backUp, noteBackup } from '@quittance/usecases/backup';
import type { OrgContext, Service } from '../services/index.ts';
import { type HandlerDeps, useCaseContext } from './deps.ts';

const ENDING = '.backup';
/** Readable by the server's own user alone. */
const SECRET = 0o600;

type Running = Readonly<{ startedAt: Date; out: Readonly<{ bytesWritten: number }> }>;

async function listFiles(folder: string): Promise<BackupsView['items']> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(ENDING));
  const items = await Promise.all(
    names.map(async (fileName) => {
      const { size, mtime } = await stat(join(folder, fileName));
      return { fileName, madeAt: mtime.toISOString(), bytes: size };
    }),
  );
  return items.sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
}

/** Makes backups and tells of them; what runs lives as long as the process that writes. */
class BackupDesk {
  readonly #deps: HandlerDeps;
  readonly #folder: string;
  #running: Running | null = null;
  #failed = false;

  constructor(deps: HandlerDeps) {
    this.#deps = deps;
    this.#folder = join(deps.dataDir, 'backups');
  }

  get isRunning(): boolean {
    return this.#running !== null;
  }

  async view(): Promise<BackupsView> {
    const running = this.#running && {
      startedAt: this.#running.startedAt.toISOString(),
      bytes: this.#running.out.bytesWritten,
    };
    const shared = (await listOrganizations(this.#deps.db)).length > 1;
    return { folder: this.#folder, items: await listFiles(this.#folder), running, failed: this.#failed, shared };
  }

  /** Starts one; its end is seen in the view. */
  async start(context: OrgContext, ownerUrl: string): Promise<void> {
    const startedAt = this.#deps.clock.now();
    const fileName = `quittance-${startedAt.toISOString().slice(0, 19).replaceAll(':', '')}${ENDING}`;
    const draft = join(this.#folder, `.${fileName}.part`);
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const out = createWriteStream(draft, { mode: SECRET });
    this.#running = { startedAt, out };
    backUp({ ownerUrl, clock: this.#deps.clock }, out)
      .then(async ({ rows }) => {
        await rename(draft, join(this.#folder, fileName));
        await noteBackup(useCaseContext(this.#deps, context), { fileName, bytes: out.bytesWritten, rows });
        this.#end(false);
      })
      .catch(() => rm(draft, { force: true }).finally(() => this.#end(true)));
  }

  #end(failed: boolean): void {
    this.#failed = failed;
    this.#running = null;
  }
}

/** The backups service. */
export const backupsService = (deps: HandlerDeps, ownerUrl: string | undefined): Service<'backups'> => {
  const desk = new BackupDesk(deps);
  return {
    list: async () => ok(await desk.view()),
    make: async (context) => {
      if (ownerUrl === undefined) return refuse({ code: 'backup_impossible' });
      if (desk.isRunning) return refuse({ code: 'backup_running' });
      await desk.start(context, ownerUrl);
      return ok(await desk.view());
    },
  };
};
