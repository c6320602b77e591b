// Journal over HTTP: read, searched, carried away, verified.
import { ok } from '@quittance/core/kernel';
import { type EventFilter, FIRST_PREVIOUS_HASH, listEvents, verifyPiece } from '@quittance/db/journal';
import { listMembers } from '@quittance/db/users';
import { readOrganization } from '@quittance/usecases/context';
import { exportJournal } from '@quittance/usecases/journal';
import type { Service } from '../services/index.ts';
import { dayAsked, type HandlerDeps, limits, useCaseContext } from './deps.ts';
import { withPeople } from './people.ts';

/** Lines verified by one request: about a second's work. */
const PIECE = 20_000;

type Query = { readonly [K in keyof EventFilter]?: EventFilter[K] | undefined };

const filterOf = ({ search, subject, kind, author, from, to }: Query): EventFilter =>
  Object.fromEntries(
    Object.entries({ search, subject, kind, author, from, to }).filter(
      ([, value]) => value !== undefined && value !== '',
    ),
  );

/** The journal service. */
export const journalService = (deps: HandlerDeps): Service<'journal'> => ({
  list: async (context, { query }) => {
    const filter = { ...limits(query), ...filterOf(query) };
    const found = await readOrganization(useCaseContext(deps, context), (tx) => listEvents(tx, filter));
    const { page, size } = query;
    return ok({ items: (await withPeople(deps.db, 'author', found.items)) as never, total: found.total, page, size });
  },
  export: async (context, { query }) => {
    const on = await dayAsked(deps, context, undefined);
    const members = await readOrganization(useCaseContext(deps, context), listMembers);
    const reader = { language: context.language, userIds: members.map(({ userId }) => userId) };
    const content = exportJournal(useCaseContext(deps, context), filterOf(query), reader);
    return ok({ fileName: `journal-${on}.csv`, mediaType: 'text/csv', content });
  },
  verify: async (context, { query }) => {
    const after = { seq: query.after, hash: query.head ?? FIRST_PREVIOUS_HASH };
    const piece = await readOrganization(useCaseContext(deps, context), (tx) =>
      verifyPiece(tx, { after, most: PIECE }),
    );
    return ok({ ...piece, firstBroken: piece.firstBroken ?? null });
  },
});
