// The list of customers over HTTP: pages, choices, exports, bulk changes.
import { Readable } from 'node:stream';
import { ok, refuse } from '@quittance/core/kernel';
import { type CustomerListRow, listCustomers, listOwners, listSegments } from '@quittance/db/customers';
import { listScenarios } from '@quittance/db/dunning';
import { type CompanySettings, customerScope, getSettings } from '@quittance/usecases/companies';
import { readOrganization } from '@quittance/usecases/context';
import {
  type BulkOrder,
  changeCustomers,
  exportCustomers,
  filtersOf,
  previewChange,
  undoChange,
} from '@quittance/usecases/customers';
import { scenarioCodeOf } from '@quittance/usecases/reminders';
import type { OrgContext, Service } from '../../services/index.ts';
import { dayAsked, type HandlerDeps, limits, useCaseContext } from '../deps.ts';

type ListHandlers = Pick<Service<'customers'>, 'list' | 'choices' | 'export' | 'previewBulk' | 'bulk' | 'undoBulk'>;

const sortOf = (sort: string) => ({ sort: sort.replace(/^-/, '') as 'overdue', descending: sort.startsWith('-') });

const rowView = (row: CustomerListRow, settings: CompanySettings, names: ReadonlyMap<string, string>) => {
  const { ownerEmail, ...plain } = row;
  const owner = ownerEmail === null ? null : (names.get(ownerEmail.toLowerCase()) ?? ownerEmail);
  return { ...plain, owner, currency: settings.currency, scenario: scenarioCodeOf(row, settings.policy) };
};

const orderOf = (context: OrgContext, body: Readonly<{ rows: unknown; change: unknown }>): BulkOrder => {
  const rows = body.rows as Record<string, unknown>;
  const chosen = 'all' in rows ? { ...rows, filters: filtersOf(rows.filters as Record<string, unknown>) } : rows;
  return { companyId: context.companyId, rows: chosen, change: body.change } as BulkOrder;
};

/** Handlers of the list. */
export const listHandlers = (deps: HandlerDeps): ListHandlers => ({
  list: async (context, { query }) => {
    const { page, size, sort, on: asked, ...filters } = query;
    const on = await dayAsked(deps, context, asked);
    return readOrganization(useCaseContext(deps, context), async (tx) => {
      const settings = await getSettings(tx, context.companyId);
      const scope = customerScope(settings, on);
      const found = await listCustomers(tx, {
        filters: filtersOf(filters),
        scope,
        page: { ...sortOf(sort), ...limits(query) },
      });
      const names = new Map((await listOwners(tx)).map(({ email, name }) => [email, name]));
      const items = found.items.map((row) => rowView(row, settings, names));
      const segments = await listSegments(tx, context.companyId);
      return ok({ ...found, items: items as never, page, size, segments, currency: settings.currency } as never);
    });
  },
  choices: async (context) =>
    readOrganization(useCaseContext(deps, context), async (tx) => {
      const scenarios = (await listScenarios(tx, context.companyId)).map(({ code, name }) => ({ code, name }));
      return ok({
        segments: await listSegments(tx, context.companyId),
        scenarios,
        owners: (await listOwners(tx)).map(({ email, name }) => ({ email, name })),
      });
    }),
  export: async (context, { query }) => {
    const { sort, on: asked, format, columns, ...filters } = query;
    const on = await dayAsked(deps, context, asked);
    const made = await exportCustomers(useCaseContext(deps, context), {
      ...{ companyId: context.companyId, on, filters: filtersOf(filters), format },
      ...{ ...sortOf(sort), language: context.language, columns: columns?.split(',') ?? null },
    });
    return made.ok ? ok({ ...made.value, content: Readable.from(made.value.content) }) : made;
  },
  previewBulk: async (context, { body }) => previewChange(useCaseContext(deps, context), orderOf(context, body)),
  bulk: async (context, { body }) => {
    const changed = await changeCustomers(useCaseContext(deps, context), orderOf(context, body));
    if (!changed.ok) return refuse(changed.refusal);
    const { customers, firstSeq, lastSeq } = changed.value;
    return ok({ customers, firstSeq: firstSeq ?? 0, lastSeq: lastSeq ?? 0 });
  },
  undoBulk: async (context, { body }) => {
    const of = { companyId: context.companyId, ...body };
    return ok({ customers: await undoChange(useCaseContext(deps, context), of) });
  },
});
