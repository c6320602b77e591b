// Error handler: the outermost door. Refusals become problems; bugs are logged with the request id and answered without detail.
import type { RefusalCode, RefusalFacts } from '@quittance/contracts/refusals';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type RefusalWithFields, Refused, sendProblem } from '../problems/index.ts';
import type { PublicContext } from '../services/index.ts';
import { publicContext } from '../session/index.ts';

const BY_STATUS: Readonly<Record<number, RefusalCode>> = {
  403: 'not_found',
  404: 'not_found',
  413: 'body_too_large',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
};

/** Largest body that is no upload, in megabytes (MiB). */
export const BODY_MEGABYTES = 1;

const FACTS: Readonly<Record<number, RefusalFacts>> = {
  413: { maxMegabytes: BODY_MEGABYTES },
  415: { expected: 'application/json' },
};

// SQLSTATE classes 08 (connection) and 57P (server going down), and the socket's own words.
const DATABASE_GONE = /^(08|57P|ECONNREFUSED|ECONNRESET|ENOENT)/;

const isDatabaseGone = (error: FastifyError): boolean =>
  DATABASE_GONE.test(error.code ?? '') ||
  /timeout exceeded when trying to connect|Connection terminated/.test(error.message);

// SQLSTATE 42501: row-level security refused a row. For a member with a portfolio that is somebody else's customer: it is not there.
const ROW_REFUSED = '42501';

const isOutsidePortfolio = (error: FastifyError, who: PublicContext | undefined): boolean =>
  error.code === ROW_REFUSED && who !== undefined && 'portfolio' in who && who.portfolio !== undefined;

const refusalOf = (error: FastifyError, who: PublicContext | undefined): RefusalWithFields | null => {
  if (error instanceof Refused) return error.refusal;
  if (isOutsidePortfolio(error, who)) return { code: 'not_found' };
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) {
    return { code: BY_STATUS[status] ?? 'invalid_request', facts: FACTS[status] ?? {} };
  }
  return isDatabaseGone(error) ? { code: 'unavailable' } : null;
};

const answerError = (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
  const refusal = refusalOf(error, request.who);
  const { language } = request.who ?? publicContext(request);
  if (refusal === null || refusal.code === 'unavailable') request.log.error(error, 'request failed');
  if (refusal?.code === 'too_many_requests' && refusal.facts?.seconds)
    reply.header('retry-after', refusal.facts.seconds);
  return sendProblem(reply, refusal ?? { code: 'internal_error' }, language);
};

/** Sets the handler of errors. */
export const handleErrors = (app: FastifyInstance): void => {
  app.setErrorHandler<FastifyError>(answerError);
};
