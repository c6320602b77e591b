// Payments over HTTP.
import { Readable } from 'node:stream';
import { ok, type Result, refuse } from '@quittance/core/kernel';
import type { DeedRow } from '@quittance/db/payments';
import {
  enterAgain,
  exportLettering,
  exportPayments,
  keepRest,
  movePayment,
  readPaymentPage,
  readPaymentSheet,
  recordPayment,
  refundPayment,
  returnPayment,
  undoDeed,
} from '@quittance/usecases/payments';
import type { OrgContext, Service } from '../../services/index.ts';
import { type HandlerDeps, limits, useCaseContext } from '../deps.ts';
import { told } from '../told.ts';
import { deedView, deedViews } from './views.ts';

/** The payments service. */
export const paymentsService = (deps: HandlerDeps): Service<'payments'> => {
  const as = (context: OrgContext) => useCaseContext(deps, context);
  const answer = async <R extends Readonly<{ code: string }>>(made: Result<DeedRow, R>) =>
    made.ok ? ok(await deedView(deps.db, made.value)) : refuse(told(made.refusal));
  return {
    list: async (context, { query }) => {
      const { view, search, customerId, age, sort, page, size } = query;
      const filter = { view, search, customerId, age, sort, ...limits(query), companyId: context.companyId };
      const found = await readPaymentPage(as(context), filter);
      return ok({
        ...(found as never as { openCents: never; currency: string; ages: never }),
        ...pageOf(found),
        page,
        size,
      });
    },
    export: async (context, { query }) => {
      const { format, ...filter } = query;
      const asked = { filter: { ...filter, companyId: context.companyId }, format, language: context.language };
      const made = await exportPayments(as(context), asked);
      return made.ok ? ok({ ...made.value, content: Readable.from(made.value.content) }) : made;
    },
    lettering: async (context, { query }) => {
      const made = await exportLettering(as(context), { companyId: context.companyId, ...query });
      if (!made.ok) return made;
      return ok({ fileName: made.value.fileName, mediaType: 'text/plain', content: made.value.text });
    },
    sheet: async (context, { params }) => {
      const sheet = await readPaymentSheet(as(context), { companyId: context.companyId, ...params });
      if (!sheet) return refuse({ code: 'not_found' });
      return ok({ ...sheet, deeds: await deedViews(deps.db, sheet.deeds) } as never);
    },
    record: async (context, { body }) => {
      const order = { ...body, companyId: context.companyId, currency: body.currency ?? null };
      return answer(await recordPayment(as(context), order));
    },
    returned: async (context, { params, body }) => {
      const order = { ...params, ...body, companyId: context.companyId, cents: body.cents ?? null };
      return answer(await returnPayment(as(context), order));
    },
    refund: async (context, { params, body }) =>
      answer(await refundPayment(as(context), { ...params, ...body, companyId: context.companyId })),
    move: async (context, { params, body }) =>
      answer(await movePayment(as(context), { ...params, ...body, companyId: context.companyId })),
    gain: async (context, { params, body }) =>
      answer(await keepRest(as(context), { ...params, ...body, companyId: context.companyId })),
    again: async (context, { params }) =>
      answer(await enterAgain(as(context), { ...params, companyId: context.companyId })),
    undo: async (context, { params, body }) =>
      answer(await undoDeed(as(context), { ...params, ...body, companyId: context.companyId, of: 'payment' })),
  };
};

const pageOf = ({ items, total }: Readonly<{ items: readonly unknown[]; total: number }>) => ({
  items: items as never,
  total,
});
