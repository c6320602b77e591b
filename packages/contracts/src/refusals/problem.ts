// Problem: how a refusal travels, RFC 9457 application/problem+json, completed with our code and the fields at fault.
import { z } from 'zod';
import { REFUSAL_CODES, type RefusalCode } from './codes.ts';

/** One field that cannot be read: where, what stood there, what would have been accepted. */
export const fieldError = z.strictObject({
  /** Path as `body.contacts.0.email`, `query.on`, `params.customerId`. */
  field: z.string(),
  code: z.string(),
  /** What was received, cut short; empty when nothing was. Never a secret. */
  seen: z.string(),
  expected: z.string(),
  /** The same as a sentence in the reader's language. */
  message: z.string(),
});

/** The body of every answer that is not a success. */
export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(REFUSAL_CODES as [RefusalCode, ...RefusalCode[]]),
  /** What the refusal is about: numbers, names, days. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  errors: z.array(fieldError),
  /** To quote to whoever runs the server: the log has the same. */
  requestId: z.string(),
});

export type FieldError = z.output<typeof fieldError>;
export type Problem = z.output<typeof problem>;
/** Facts of a refusal, filled into its sentence. */
export type RefusalFacts = Problem['facts'];

/** A refusal as a value: what a use case returns and the server turns into a problem. */
export type Refusal<C extends RefusalCode = RefusalCode> = Readonly<{ code: C; facts?: RefusalFacts }>;
