// Customers: who owes, how much, and everything about one of them.
import type { ActionId, CustomerId, ReceivableId } from '@quittance/core/kernel';
import { z } from 'zod';
import { file, route } from '../../route/index.ts';
import {
  addressValue,
  bucketValue,
  centsValue,
  channelValue,
  contactValue,
  currencyValue,
  customerKindValue,
  dayValue,
  holdReasonValue,
  idParam,
  idValue,
  languageValue,
  pageKeys,
  pageOf,
  toneValue,
} from '../../values/index.ts';
import { bulkChanges } from '../customers/bulk.ts';
import { customerFilters, customerSort, listTools } from '../customers/filters.ts';
import { identityRoutes } from '../customers/identity.ts';
import { timelineRoutes } from '../customers/timeline.ts';
import { receivableView } from './receivable-view.ts';

/** One line of the list. */
export const customerRow = z.strictObject({
  customerId: idValue<CustomerId>(),
  ref: z.string(),
  name: z.string(),
  kind: customerKindValue,
  segment: z.string().nullable(),
  scenario: z.string(),
  doubtful: z.boolean(),
  currency: currencyValue,
  outstandingCents: centsValue,
  overdueCents: centsValue,
  oldestDueOn: dayValue.nullable(),
  level: z.int().min(0),
  lastContactOn: dayValue.nullable(),
  /** Name of the member it belongs to, their address where they are no member any more. */
  owner: z.string().nullable(),
  /** A hold in force on it as a whole, or waiting bank movements that could settle all that it owes. */
  held: z.boolean(),
  /** Nobody there can be written an e-mail to. */
  withoutEmail: z.boolean(),
});

/** A hold recorded on a customer or one of its receivables. */
export const holdView = z.strictObject({
  holdId: idValue(),
  reason: holdReasonValue,
  customerId: idValue<CustomerId>(),
  receivableId: idValue<ReceivableId>().nullable(),
  cents: centsValue.nullable(),
  fromOn: dayValue,
  untilOn: dayValue.nullable(),
  note: z.string(),
  author: z.string(),
});

/** A customer with what it owes, its credits, people, holds and last messages. */
export const customerView = z.strictObject({
  customerId: idValue<CustomerId>(),
  ref: z.string(),
  name: z.string(),
  kind: customerKindValue,
  language: languageValue,
  siren: z.string().nullable(),
  vatNumber: z.string().nullable(),
  address: addressValue.nullable(),
  segment: z.string().nullable(),
  paymentTerms: z.string().nullable(),
  creditLimitCents: centsValue.nullable(),
  doubtful: z.boolean(),
  scenario: z.string(),
  /** The scenario chosen for this customer alone; null where its segment's or the company's counts. */
  ownScenario: z.string().nullable(),
  owner: z.strictObject({ email: z.string(), name: z.string() }).nullable(),
  /** Fields a person changed: imports leave them. */
  byHand: z.array(z.string()),
  /** How what was paid in the last twelve months was paid: due terms settled, and days late on average, weighted by amount. */
  behaviour: z.strictObject({ settled: z.int(), daysLate: z.number().nullable(), onTime: z.int() }),
  currency: currencyValue,
  buckets: z.array(z.strictObject({ bucket: bucketValue, cents: centsValue })),
  unappliedCents: centsValue,
  totalCents: centsValue,
  receivables: z.array(receivableView),
  credits: z.array(
    z.strictObject({
      kind: z.enum(['credit_note', 'payment']),
      number: z.string(),
      on: dayValue,
      openCents: centsValue,
    }),
  ),
  contacts: z.array(contactValue),
  holds: z.array(holdView),
  messages: z.array(
    z.strictObject({
      actionId: idValue<ActionId>(),
      on: dayValue,
      channel: channelValue,
      tone: toneValue,
      state: z.string(),
      subject: z.string(),
    }),
  ),
});

export type CustomerRow = z.output<typeof customerRow>;
export type CustomerView = z.output<typeof customerView>;
export type HoldView = z.output<typeof holdView>;

const on = { on: dayValue.optional() };

export const customers = {
  ...listTools,
  ...bulkChanges,
  ...identityRoutes,
  ...timelineRoutes,
  list: route({
    method: 'GET',
    path: '/api/v1/customers',
    permission: 'ledger.read',
    summary: 'Customers with what they owe.',
    query: z.strictObject({ ...pageKeys, ...customerFilters, ...customerSort, ...on }),
    output: z.strictObject({
      ...pageOf(customerRow),
      segments: z.array(z.string()),
      currency: currencyValue,
      /** Of all customers found, not of this page. */
      outstandingCents: centsValue,
      overdueCents: centsValue,
    }),
    refusals: [],
  }),
  get: route({
    method: 'GET',
    path: '/api/v1/customers/:customerId',
    permission: 'ledger.read',
    summary: 'One customer: balance, receivables and why each is chased or not, contacts, holds, messages.',
    params: z.strictObject({ customerId: idParam<CustomerId>() }),
    query: z.strictObject(on),
    output: customerView,
    refusals: [],
  }),
  statement: route({
    method: 'GET',
    path: '/api/v1/customers/:customerId/statement.pdf',
    permission: 'ledger.export',
    summary: 'Statement of account: every movement of a period with the running balance, in the customer’s language.',
    params: z.strictObject({ customerId: idParam<CustomerId>() }),
    /** From the first movement to today unless said. */
    query: z.strictObject({ from: dayValue.optional(), to: dayValue.optional() }),
    output: file('application/pdf'),
    refusals: [],
  }),
};
