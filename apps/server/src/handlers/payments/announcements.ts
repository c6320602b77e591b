// Announcements over HTTP.
import { ok, type Result } from '@quittance/core/kernel';
import { type AnnouncementRow, listAnnouncements } from '@quittance/db/payments';
import { readOrganization } from '@quittance/usecases/context';
import {
  announcePayment,
  cancelAnnouncement,
  confirmArrival,
  readHeldUntil,
  reopenAnnouncement,
} from '@quittance/usecases/payments';
import type { Service } from '../../services/index.ts';
import { type HandlerDeps, limits, useCaseContext } from '../deps.ts';
import { announcementView, announcementViews } from './views.ts';

/** The announcements service. */
export const announcementsService = (deps: HandlerDeps): Service<'announcements'> => {
  const answer = async <R>(made: Result<AnnouncementRow, R>) =>
    made.ok ? ok(await announcementView(deps.db, made.value)) : made;
  return {
    list: async (context, { query }) => {
      const { customerId, state, page, size } = query;
      const filter = { companyId: context.companyId, customerId, state, ...limits(query) };
      const found = await readOrganization(useCaseContext(deps, context), (tx) => listAnnouncements(tx, filter));
      return ok({ items: await announcementViews(deps.db, found.items), total: found.total, page, size });
    },
    until: async (context, { query }) =>
      ok(await readHeldUntil(useCaseContext(deps, context), { companyId: context.companyId, ...query })),
    announce: async (context, { body }) =>
      answer(await announcePayment(useCaseContext(deps, context), { ...body, companyId: context.companyId })),
    cancel: async (context, { params, body }) => {
      const order = { ...params, ...body, companyId: context.companyId };
      return answer(await cancelAnnouncement(useCaseContext(deps, context), order));
    },
    arrived: async (context, { params, body }) => {
      const order = { ...params, companyId: context.companyId, paymentId: body.paymentId ?? null };
      return answer(await confirmArrival(useCaseContext(deps, context), order));
    },
    reopen: async (context, { params }) =>
      answer(await reopenAnnouncement(useCaseContext(deps, context), { ...params, companyId: context.companyId })),
  };
};
