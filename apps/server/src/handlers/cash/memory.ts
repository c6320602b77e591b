// The memory of cash application over HTTP: payers and habits that were learned.
import type { AliasView } from '@quittance/contracts/api';
import { ok } from '@quittance/core/kernel';
import { type AliasRow, listAliases, listHabits } from '@quittance/db/cash';
import { eraseAlias, eraseHabits, restoreAlias } from '@quittance/usecases/cash';
import { readOrganization } from '@quittance/usecases/context';
import type { Service } from '../../services/index.ts';
import { type HandlerDeps, limits, useCaseContext } from '../deps.ts';
import { withPeople } from '../people.ts';

const viewOf = ({ erasedAt, erasedBy, learnedAt, ...alias }: AliasRow): AliasView =>
  ({
    ...alias,
    learnedAt: learnedAt.toISOString(),
    erased: erasedAt === null ? null : { at: erasedAt.toISOString(), by: erasedBy },
  }) as unknown as AliasView;

/** The memory service. */
export function memoryService(deps: HandlerDeps): Service<'memory'> {
  const named = async (rows: readonly AliasRow[]) =>
    (await withPeople(deps.db, 'erasedBy', await withPeople(deps.db, 'actor', rows))).map(viewOf);
  return {
    aliases: async (context, { query }) => {
      const { page, size, ...asked } = query;
      const filter = { companyId: context.companyId, ...asked };
      const found = await readOrganization(useCaseContext(deps, context), (tx) =>
        listAliases(tx, filter, limits(query)),
      );
      return ok({ items: await named(found.items), total: found.total, page, size });
    },
    eraseAlias: async (context, { params }) => {
      const done = await eraseAlias(useCaseContext(deps, context), { companyId: context.companyId, ...params });
      return done.ok ? ok((await named([done.value]))[0]!) : done;
    },
    restoreAlias: async (context, { params }) => {
      const done = await restoreAlias(useCaseContext(deps, context), { companyId: context.companyId, ...params });
      return done.ok ? ok((await named([done.value]))[0]!) : done;
    },
    habits: async (context, { query }) => {
      const { page, size, ...asked } = query;
      const filter = { companyId: context.companyId, ...asked };
      const found = await readOrganization(useCaseContext(deps, context), (tx) =>
        listHabits(tx, filter, limits(query)),
      );
      return ok({ items: found.items as never, total: found.total, page, size });
    },
    eraseHabits: async (context, { body }) => {
      const erased = await eraseHabits(useCaseContext(deps, context), { companyId: context.companyId, ...body });
      return ok({ erased });
    },
  };
}
