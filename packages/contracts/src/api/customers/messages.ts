// Messages by hand: an e-mail or a letter outside the ladder, about what a customer really owes.
import type { ActionId, ContactId, CustomerId, ReceivableId } from '@quittance/core/kernel';
import { z } from 'zod';
import { UNMADE } from '../../refusals/index.ts';
import { route } from '../../route/index.ts';
import { centsValue, currencyValue, idParam, idValue, languageValue, silenceReasonValue } from '../../values/index.ts';
import { messagePreview } from '../dunning/reminder-views.ts';

const MOST_LISTED = 500;

const draft = {
  channel: z.enum(['email', 'letter']),
  /** Tone of the template that is proposed; a formal notice comes from the ladder alone. */
  tone: z.enum(['notice', 'courteous', 'firm', 'last_warning']),
  language: languageValue,
  /** Null: the customer’s own card. */
  contactId: idValue<ContactId>().nullable(),
  receivableIds: z.array(idValue<ReceivableId>()).min(1).max(MOST_LISTED),
  /** Words in place of the template’s; null takes the template. */
  words: z
    .strictObject({ subject: z.string().trim().min(1).max(300), body: z.string().trim().min(1).max(20_000) })
    .nullable(),
};
const customerId = z.strictObject({ customerId: idParam<CustomerId>() });

export const messages = {
  preview: route({
    method: 'POST',
    path: '/api/v1/customers/:customerId/messages/preview',
    permission: 'message.write',
    summary: 'The message as it would leave, its words, and what speaks against it.',
    params: customerId,
    body: z.strictObject(draft),
    output: z.strictObject({
      message: messagePreview,
      words: z.strictObject({ subject: z.string(), body: z.string() }),
      /** Reasons that stop it. */
      stops: z.array(silenceReasonValue),
      /** Reasons to think twice: a promise, a plan, a hold by hand. */
      warnings: z.array(silenceReasonValue),
      /** Disputed parts of what it lists: it leaves them out. */
      disputedCents: centsValue,
      currency: currencyValue,
      testMode: z.boolean(),
    }),
    refusals: [...UNMADE, 'message_stopped'],
  }),
  send: route({
    method: 'POST',
    path: '/api/v1/customers/:customerId/messages',
    permission: 'message.write',
    summary: 'Send it: once for each request key, checked again just before it leaves.',
    params: customerId,
    body: z.strictObject({ ...draft, requestKey: z.uuid() }),
    output: z.strictObject({ actionId: idValue<ActionId>(), testMode: z.boolean() }),
    status: 201,
    refusals: ['message_stopped', ...UNMADE],
  }),
};
