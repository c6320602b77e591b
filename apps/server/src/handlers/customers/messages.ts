// Messages by hand over HTTP.
import { ok, refuse } from '@quittance/core/kernel';
import { type HandRefusal, previewByHand, sendByHand } from '@quittance/usecases/customers';
import type { Service } from '../../services/index.ts';
import { type HandlerDeps, useCaseContext } from '../deps.ts';
import { messagePreviewOf } from '../message-preview.ts';
import { unmadeMessage } from '../unmade-message.ts';

const refusalOf = (refusal: HandRefusal) =>
  refusal.code === 'template_broken' ? unmadeMessage(refusal.refusal) : refusal;

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
