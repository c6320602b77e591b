// A house that works: the real server with its worker, one company, its chief signed in; files sent and imported as the screen does it.
import { hashPassword } from '@quittance/adapters/passwords';
import { clockAt } from '@quittance/usecases/ports';
import { createHouse, createUser } from '@quittance/usecases/users';
import { PASSWORD, signInAs } from './house.ts';
import { openWorkingHouse, Visitor } from './working-house.ts';

// Wednesday 10 March 2027, 10:00 in Paris
const clock = clockAt(new Date('2027-03-10T09:00:00Z'));
const CHIEF = { name: 'Ada', email: 'admin@test.fr', password: PASSWORD, language: 'fr', role: 'admin' } as const;

/** What a door answered. */
export type Answered = Readonly<{
  status: number;
  body: Record<string, unknown> & { items: Record<string, unknown>[] };
}>;

/** Opens it; `close()` it at the end, which fails where the worker met an error. */
export async function openImportHouse() {
  const house = await openWorkingHouse({ clock, work: true });
  const context = { db: house.database.db, clock, actor: 'test' };
  const { orgId } = await createHouse(context, { name: 'Banque', siren: null });
  const chief = await createUser({ ...context, orgId }, hashPassword, CHIEF);
  if (!chief.ok) throw new Error(chief.refusal.code);
  const visitor = new Visitor(house.server, await signInAs(house.server, 'admin'));
  const ask = (method: 'GET' | 'POST' | 'PATCH', url: string, body?: object): Promise<Answered> =>
    visitor.ask(method, url, body);
  return {
    ask,
    send: async (name: string, content: string | Buffer) =>
      (await visitor.send('/api/v1/imports/uploads', name, content)).body,
    start: ({ uploadId, kind }: { uploadId: string; kind: string }, order: object = {}) =>
      visitor.importing({ uploadId, kind, ...order }),
    bringIn: async (name: string, content: string | Buffer, order: object = {}) =>
      (await visitor.bringIn(name, content, order)).job,
    accounts: async () => (await ask('GET', '/api/v1/bank/accounts')).body.items,
    close: house.close,
  };
}
