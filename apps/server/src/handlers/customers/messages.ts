// Messages by hand over HTTP.
import { ok, refuse } from '@quittance/core/kernel';
import { type HandRefusal, previewByHand, sendByHand } from '@quittance/usecases/customers';
import type { Service } from '../../services/index.ts';
import { type HandlerDeps, useCaseContext } from '../deps.ts';
import { messagePreviewOf } from '../message-preview.ts';

const refusalOf = (refusal: HandRefusal) => {
  if (refusal.code !== 'template_broken') return refusal;
  const where = refusal.refusal as { line?: number; column?: number; seen?: string };
  return { code: refusal.code, facts: { line: where.line ?? 0, column: where.column ?? 0, seen: where.seen ?? '' } };
};

/** The messages service. */
export const messagesService = (deps: HandlerDeps): Service<'messages'> => ({
  preview: async (context, { params, body }) => {
    const draft = { companyId: context.companyId, ...params, ...body };
    const made = await previewByHand(useCaseContext(deps, context), deps, draft);
    if (!made.ok) return refuse(refusalOf(made.refusal));
    const { message, ...judged } = made.value;
    return ok({ message: messagePreviewOf(message), words: { ...message.words }, ...judged } as never);
  },
  send: async (context, { params, body }) => {
    const draft = { companyId: context.companyId, ...params, ...body };
    const sent = await sendByHand(useCaseContext(deps, context), deps, draft);
    if (!sent.ok) return refuse(refusalOf(sent.refusal));
    deps.wake();
    return ok(sent.value);
  },
});
