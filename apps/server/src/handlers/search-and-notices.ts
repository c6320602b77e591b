// Search and notices over HTTP.
import type { FoundView, NoticeView } from '@quittance/contracts/api';
import { narrowedPermissions, ROLE_PERMISSIONS } from '@quittance/core/access';
import { ok } from '@quittance/core/kernel';
import { markNoticesSeen, readNotices, type SeenNotice } from '@quittance/usecases/notices';
import { type FoundInvoice, findAnything } from '@quittance/usecases/search';
import type { OrgContext, Service } from '../services/index.ts';
import { type HandlerDeps, useCaseContext } from './deps.ts';

const invoiceView = ({
  invoiceId,
  number,
  customerName,
  dueOn,
  currency,
  grossCents,
  openCents,
  statuses,
}: FoundInvoice) =>
  ({
    invoiceId,
    number,
    customerName,
    dueOn,
    currency,
    grossCents,
    openCents,
    statuses,
  }) as FoundView['invoices'][number];

/** The search service. */
export const searchService = (deps: HandlerDeps): Service<'search'> => ({
  find: async (context, { query }) => {
    const asked = { companyId: context.companyId, text: query.text };
    const { currency, customers, invoices } = await findAnything(useCaseContext(deps, context), asked);
    return ok({ currency, customers: customers as never, invoices: invoices.map(invoiceView) });
  },
});

const noticeView = ({ kind, key, weight, count, since, isNew, facts }: SeenNotice): NoticeView => ({
  ...{ kind, key, weight, count, isNew, facts },
  since: since.toISOString(),
});

/** The notices service. */
export const noticesService = (deps: HandlerDeps): Service<'notices'> => {
  const view = async (context: OrgContext) => {
    const { companyId, role, portfolio, user } = context;
    const may = portfolio ? narrowedPermissions(ROLE_PERMISSIONS[role]) : ROLE_PERMISSIONS[role];
    const reader = { companyId, userId: user.userId, may };
    return ok({ items: (await readNotices(useCaseContext(deps, context), reader)).map(noticeView) });
  };
  return {
    list: view,
    markSeen: async (context) => {
      await markNoticesSeen(useCaseContext(deps, context), context.user.userId);
      return view(context);
    },
  };
};
