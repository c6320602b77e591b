// Settings over HTTP: legal rates, journal.
import { ok } from '@quittance/core/kernel';
import { listEvents, verifyJournal } from '@quittance/db/journal';
import { readOrganization } from '@quittance/usecases/context';
import { editRates, listRatesOnScreen, type RatesOnScreen } from '@quittance/usecases/penalties';
import type { Service } from '../services/index.ts';
import { dayAsked, type HandlerDeps, limits, useCaseContext } from './deps.ts';
import { withPeople, withPerson } from './people.ts';

const ratesView = (row: RatesOnScreen) => ({ ...row, editedAt: row.editedAt?.toISOString() ?? null }) as never;

/** The legal rates service. */
export const ratesService = (deps: HandlerDeps): Service<'rates'> => ({
  list: async (context) => {
    const on = await dayAsked(deps, context, undefined);
    const { items, missing } = await listRatesOnScreen(useCaseContext(deps, context), on);
    return ok({ items: (await withPeople(deps.db, 'editedBy', items)).map(ratesView), missing });
  },
  update: async (context, { params, body }) => {
    const edited = await editRates(useCaseContext(deps, context), { halfYear: params.halfYear, ...body });
    return ok(ratesView(await withPerson(deps.db, 'editedBy', edited)));
  },
});

/** The journal service. */
export const journalService = (deps: HandlerDeps): Service<'journal'> => ({
  list: async (context, { query }) => {
    const filter = {
      ...limits(query),
      ...(query.subject ? { subject: query.subject } : {}),
      ...(query.search ? { search: query.search } : {}),
    };
    const found = await readOrganization(useCaseContext(deps, context), (tx) => listEvents(tx, filter));
    return ok({
      items: (await withPeople(deps.db, 'author', found.items)) as never,
      total: found.total,
      page: query.page,
      size: query.size,
    });
  },
  verify: async (context) => {
    const check = await readOrganization(useCaseContext(deps, context), verifyJournal);
    return ok({ ok: check.ok, events: check.events, firstBroken: check.firstBroken ?? null } as never);
  },
});
