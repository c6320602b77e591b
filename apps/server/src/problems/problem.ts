// Problem: a refusal made into application/problem+json (RFC 9457) in the reader's language.
import { fill, REFUSAL_MESSAGES, writtenFacts } from '@quittance/contracts/messages';
import type { FieldError, Problem, Refusal, RefusalFacts } from '@quittance/contracts/refusals';
import type { Cents, Currency, Day } from '@quittance/core/kernel';
import { formatDay, formatMoney } from '@quittance/core/letters';
import type { Language } from '@quittance/core/parties';
import type { FastifyReply } from 'fastify';
import { REFUSAL_STATUS } from './statuses.ts';

/** A refusal and, for unreadable requests, the fields at fault. */
export type RefusalWithFields = Refusal & Readonly<{ errors?: readonly FieldError[] }>;

/** Facts as the sentence says them: amounts in the currency named beside them, else left out. */
const inWords = (facts: RefusalFacts, language: Language): Record<string, unknown> =>
  writtenFacts(facts, {
    amount: (cents) => (facts.currency ? formatMoney(cents as Cents, facts.currency as Currency, language) : ''),
    day: (on) => formatDay(on as Day, language),
  });

/** Builds the body. */
export function problemOf(refusal: RefusalWithFields, language: Language, requestId: string): Problem {
  const { title, detail } = REFUSAL_MESSAGES[refusal.code][language];
  const facts = refusal.facts ?? {};
  return {
    type: `urn:quittance:refusal:${refusal.code}`,
    title,
    status: REFUSAL_STATUS[refusal.code],
    detail: fill(detail, { ...inWords(facts, language), requestId }),
    code: refusal.code,
    facts,
    errors: [...(refusal.errors ?? [])],
    requestId,
  };
}

/** Answers with a problem. */
export function sendProblem(reply: FastifyReply, refusal: RefusalWithFields, language: Language): FastifyReply {
  const problem = problemOf(refusal, language, String(reply.request.id));
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problem);
}
