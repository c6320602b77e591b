// Logging: what the log may hold. No cookie, no password, no query text of a search, no body.
import type { FastifyRequest } from 'fastify';
import type { LoggerOptions } from 'pino';

const HEADERS = ['cookie', 'authorization', 'set-cookie', 'x-api-key'];
const SECRETS = ['password', 'currentPassword', 'newPassword', 'token', 'secret'];

/** Pino's options: level, secrets struck out, requests as method, path and address only. */
export const loggerOptions = (level: string): LoggerOptions => ({
  level,
  redact: {
    paths: [
      ...HEADERS.flatMap((name) => [`headers["${name}"]`, `*.headers["${name}"]`]),
      ...SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
    ],
    censor: '[secret]',
  },
  serializers: {
    req: (request: FastifyRequest) => ({
      method: request.method,
      path: request.url.split('?')[0],
      address: request.ip,
    }),
  },
});
