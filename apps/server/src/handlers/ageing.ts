// The aged balance and the indicators over HTTP.
import { Readable } from 'node:stream';
import type { KpisView } from '@quittance/contracts/api';
import { ok } from '@quittance/core/kernel';
import { exportAgedBalance, type KpiReport, readAgedBalancePage, readKpis } from '@quittance/usecases/ageing';
import type { Service, Services } from '../services/index.ts';
import { dayAsked, type HandlerDeps, limits, useCaseContext } from './deps.ts';

const agedBalanceService = (deps: HandlerDeps): Service<'agedBalance'> => ({
  get: async (context, { query }) => {
    const screen = await readAgedBalancePage(useCaseContext(deps, context), {
      companyId: context.companyId,
      on: await dayAsked(deps, context, query.on),
      ...(query.search ? { search: query.search } : {}),
      sort: query.sort.replace(/^-+/, ''),
      descending: query.sort.startsWith('-'),
      ...limits(query),
    });
    const { lines, count, enteredLater, ...view } = screen;
    return ok({
      ...view,
      items: lines,
      total: count,
      page: query.page,
      size: query.size,
      enteredLater: enteredLater && { ...enteredLater, lastAt: enteredLater.lastAt.toISOString() },
    } as never);
  },
  export: async (context, { query }) => {
    const made = await exportAgedBalance(useCaseContext(deps, context), {
      companyId: context.companyId,
      on: await dayAsked(deps, context, query.on),
      ...(query.search ? { search: query.search } : {}),
      format: query.format,
      language: context.language,
    });
    return made.ok ? ok({ ...made.value, content: Readable.from(made.value.content) }) : made;
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

/** The aged balance and the indicators. */
export const ageingServices = (deps: HandlerDeps): Pick<Services, 'agedBalance' | 'kpis'> => ({
  agedBalance: agedBalanceService(deps),
  kpis: kpisService(deps),
});
