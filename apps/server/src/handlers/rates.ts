// Legal rates over HTTP.
import { ok } from '@quittance/core/kernel';
import { editRates, listRatesOnScreen, type RatesOnScreen } from '@quittance/usecases/penalties';
import type { Service } from '../services/index.ts';
import { dayAsked, type HandlerDeps, useCaseContext } from './deps.ts';
import { withPeople, withPerson } from './people.ts';

const ratesView = (row: RatesOnScreen) => ({ ...row, editedAt: row.editedAt?.toISOString() ?? null }) as never;

/** The legal rates service. */
export const ratesService = (deps: HandlerDeps): Service<'rates'> => ({
  list: async (context) => {
    const on = await dayAsked(deps, context, undefined);
    const { items, ...others } = await listRatesOnScreen(useCaseContext(deps, context), on);
    return ok({ items: (await withPeople(deps.db, 'editedBy', items)).map(ratesView), ...others });
  },
  update: async (context, { params, body }) => {
    const edited = await editRates(useCaseContext(deps, context), { halfYear: params.halfYear, ...body });
    return ok(ratesView(await withPerson(deps.db, 'editedBy', edited)));
  },
});
