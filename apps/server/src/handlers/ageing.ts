// The aged balance, the indicators and the dashboard over HTTP.
import { Readable } from 'node:stream';
import type { KpisView } from '@quittance/contracts/api';
import { NONE } from '@quittance/contracts/values';
import { readBounds } from '@quittance/core/ageing';
import { ok } from '@quittance/core/kernel';
import {
  type Dashboard,
  exportAgedBalance,
  type GroupBy,
  type KpiReport,
  printAgedBalance,
  readAgedBalancePage,
  readDashboard,
  readKpis,
} from '@quittance/usecases/ageing';
import { changePolicy } from '@quittance/usecases/companies';
import type { Service, Services } from '../services/index.ts';
import { dayAsked, type HandlerDeps, limits, useCaseContext } from './deps.ts';

type Filters = Readonly<{ segment?: string | undefined; owner?: string | undefined }>;

const chosen = (value: string): string | null => (value === NONE ? null : value);

const filterOf = ({ segment, owner }: Filters) => ({
  ...(segment === undefined ? {} : { segment: chosen(segment) }),
  ...(owner === undefined ? {} : { owner: chosen(owner) }),
});

type Asked = Filters & Readonly<{ by: GroupBy; search?: string | undefined; bounds?: string | undefined }>;

function rowsAsked({ segment, owner, by, search, bounds }: Asked) {
  const read = bounds === undefined ? null : readBounds(bounds);
  return {
    by,
    filter: filterOf({ segment, owner }),
    ...(search ? { search } : {}),
    ...(read?.ok ? { bounds: read.value } : {}),
  };
}

const orderOf = (sort: string) => ({ sort: sort.replace(/^-+/, ''), descending: sort.startsWith('-') });

const freshnessView = ({ lastImportAt, coversToOn }: Dashboard['freshness']) => ({
  lastImportAt: lastImportAt?.toISOString() ?? null,
  coversToOn,
});

const agedBalanceService = (deps: HandlerDeps): Service<'agedBalance'> => ({
  get: async (context, { query }) => {
    const screen = await readAgedBalancePage(useCaseContext(deps, context), {
      companyId: context.companyId,
      on: await dayAsked(deps, context, query.on),
      ...rowsAsked(query),
      ...orderOf(query.sort),
      ...limits(query),
    });
    const { lines, count, enteredLater, freshness, ...view } = screen;
    return ok({
      ...view,
      items: lines,
      total: count,
      page: query.page,
      size: query.size,
      freshness: freshnessView(freshness),
      enteredLater: enteredLater && { ...enteredLater, lastAt: enteredLater.lastAt.toISOString() },
    } as never);
  },
  export: async (context, { query }) => {
    const made = await exportAgedBalance(useCaseContext(deps, context), {
      companyId: context.companyId,
      on: await dayAsked(deps, context, query.on),
      ...rowsAsked(query),
      format: query.format,
      language: context.language,
    });
    return made.ok ? ok({ ...made.value, content: Readable.from(made.value.content) }) : made;
  },
  print: async (context, { query }) => {
    const made = await printAgedBalance(useCaseContext(deps, context), deps.balances, {
      companyId: context.companyId,
      on: await dayAsked(deps, context, query.on),
      ...rowsAsked(query),
      ...orderOf(query.sort),
      language: context.language,
    });
    if (!made.ok) return made;
    const { fileName, pdf } = made.value;
    return ok({ fileName, mediaType: 'application/pdf', content: pdf });
  },
  setBounds: async (context, { body }) => {
    const read = readBounds(body.bounds.join());
    const bounds = read.ok ? read.value : body.bounds;
    const { policy } = await changePolicy(useCaseContext(deps, context), context.companyId, { ageingBounds: bounds });
    return ok({ bounds: [...policy.ageingBounds] });
  },
});

const FIGURES = [
  'dsoSimpleDays',
  'dsoCountbackDays',
  'bestPossibleDsoDays',
  'averageDaysDelinquent',
  'collectionEffectivenessPct',
  'overdueRatioPct',
] as const;

function kpisView(report: KpiReport): KpisView {
  const { on, days, currency, overdueCents, outstandingCents, unappliedCents, customers, overdueCustomers } = report;
  const figures = Object.fromEntries(FIGURES.map((name) => [name, report[name]]));
  const reasons = FIGURES.flatMap((name) => (report.notes[name] ? [[name, report.notes[name]]] : []));
  return {
    ...{ on, days, currency, overdueCents, outstandingCents, unappliedCents, customers, overdueCustomers },
    ...(figures as Pick<KpisView, (typeof FIGURES)[number]>),
    lastImportAt: report.lastImportAt?.toISOString() ?? null,
    notes: Object.fromEntries(reasons),
  };
}

const kpisService = (deps: HandlerDeps): Service<'kpis'> => ({
  get: async (context, { query }) => {
    const on = await dayAsked(deps, context, query.on);
    const asked = { companyId: context.companyId, on, days: query.days };
    return ok(kpisView(await readKpis(useCaseContext(deps, context), asked)));
  },
});

const dashboardService = (deps: HandlerDeps): Service<'dashboard'> => ({
  get: async (context, { query }) => {
    const on = await dayAsked(deps, context, query.on);
    const asked = { companyId: context.companyId, on, filter: filterOf(query) };
    const { freshness, ...view } = await readDashboard(useCaseContext(deps, context), asked);
    return ok({ ...view, freshness: freshnessView(freshness) } as never);
  },
});

/** The aged balance, the indicators and the dashboard. */
export const ageingServices = (deps: HandlerDeps): Pick<Services, 'agedBalance' | 'kpis' | 'dashboard'> => ({
  agedBalance: agedBalanceService(deps),
  kpis: kpisService(deps),
  dashboard: dashboardService(deps),
});
