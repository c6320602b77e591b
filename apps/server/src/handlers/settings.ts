// Settings over HTTP: companies, legal rates, journal.
import type { CompanyView } from '@quittance/contracts/api';
import { ok, refuse } from '@quittance/core/kernel';
import { findCompany, listCompanies } from '@quittance/db/companies';
import { listEvents, verifyJournal } from '@quittance/db/journal';
import { isMailServerSet } from '@quittance/usecases/channels';
import {
  type CompanySettings,
  changeLetterhead,
  changePolicy,
  letterheadGaps,
  setLive,
  settingsOf,
} from '@quittance/usecases/companies';
import { readOrganization } from '@quittance/usecases/context';
import { editRates, listRatesOnScreen, type RatesOnScreen } from '@quittance/usecases/penalties';
import { previewLive } from '@quittance/usecases/reminders';
import type { OrgContext, Service } from '../services/index.ts';
import { dayAsked, type HandlerDeps, limits, planDayAsked, useCaseContext } from './deps.ts';
import { liveViewOf } from './live.ts';
import { withPeople, withPerson } from './people.ts';

function viewOf(settings: CompanySettings, mailServerSet: boolean): CompanyView {
  const { policy, letterhead } = settings;
  return {
    companyId: settings.companyId,
    code: settings.code,
    currency: settings.currency,
    timeZone: settings.timezone,
    testMode: settings.testMode,
    liveSegments: [...settings.liveSegments],
    mailServerSet,
    letterheadGaps: letterheadGaps(letterhead),
    letterhead,
    policy: {
      ...policy,
      scenarioBySegment: { ...policy.scenarioBySegment },
      alsaceMoselle: settings.calendar.alsaceMoselle,
      closedDays: [...policy.closedDays],
    },
  };
}

async function companyView(deps: HandlerDeps, context: OrgContext, settings: CompanySettings): Promise<CompanyView> {
  const isSet = await readOrganization(useCaseContext(deps, context), (tx) =>
    isMailServerSet(tx, deps.mail, settings.companyId),
  );
  return viewOf(settings, isSet);
}

/** The companies service. */
export const companiesService = (deps: HandlerDeps): Service<'companies'> => ({
  list: async (context) => {
    const rows = await readOrganization(useCaseContext(deps, context), listCompanies);
    return ok({
      items: rows.map(({ companyId, code, name, testMode, liveSegments }) => ({
        companyId,
        code,
        name,
        testMode,
        liveSegments: [...liveSegments],
      })),
    });
  },
  get: async (context, { params }) => {
    const row = await readOrganization(useCaseContext(deps, context), (tx) => findCompany(tx, params.companyId));
    return row ? ok(await companyView(deps, context, settingsOf(row))) : refuse({ code: 'not_found' });
  },
  updateLetterhead: async (context, { params, body }) => {
    const known = await readOrganization(useCaseContext(deps, context), (tx) => findCompany(tx, params.companyId));
    if (!known) return refuse({ code: 'not_found' });
    return ok(
      await companyView(deps, context, await changeLetterhead(useCaseContext(deps, context), params.companyId, body)),
    );
  },
  updatePolicy: async (context, { params, body }) => {
    const known = await readOrganization(useCaseContext(deps, context), (tx) => findCompany(tx, params.companyId));
    if (!known) return refuse({ code: 'not_found' });
    return ok(
      await companyView(deps, context, await changePolicy(useCaseContext(deps, context), params.companyId, body)),
    );
  },
  live: async (context, { params }) => {
    const known = await readOrganization(useCaseContext(deps, context), (tx) => findCompany(tx, params.companyId));
    if (!known) return refuse({ code: 'not_found' });
    const asked = { companyId: params.companyId, on: await planDayAsked(deps, context, undefined) };
    return ok(liveViewOf(await previewLive(useCaseContext(deps, context), deps, asked), !known.testMode));
  },
  setLive: async (context, { params, body }) => {
    const known = await readOrganization(useCaseContext(deps, context), (tx) => findCompany(tx, params.companyId));
    if (!known) return refuse({ code: 'not_found' });
    const to = { ...body, mail: deps.mail };
    const changed = await setLive(useCaseContext(deps, context), params.companyId, to);
    if (!changed.ok) return changed;
    deps.wake();
    return ok(await companyView(deps, context, changed.value));
  },
});

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
