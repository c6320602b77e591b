// The server, made but not listening: doors in order (host, cross-site, who), then the routes, then the pages.
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { listRoutes } from '@quittance/contracts/api';
import type { Database } from '@quittance/db/tx';
import Fastify, { type FastifyInstance } from 'fastify';
import { createIdentity, refuseCrossSite, refuseUnknownHost, SignInGuard, type SignInLimits } from '../auth/index.ts';
import { openApiDocument } from '../openapi/index.ts';
import type { Services } from '../services/index.ts';
import { createOwnHandlers } from '../session/index.ts';
import { serveWebApp } from '../web/index.ts';
import { BODY_MEGABYTES, handleErrors } from './error-handler.ts';
import { loggerOptions } from './logging.ts';
import { registerRoutes } from './register-routes.ts';
import { secureHeaders } from './security.ts';

/** What a server is made of. */
export type ServerOptions = Readonly<{
  db: Database;
  services: Services;
  /** Holds uploads. */
  dataDir: string;
  /** Signs session cookies; see readSecret. */
  secret: string;
  /** Where browsers reach it: `https://quittance.example.fr`, or this machine's own address; null where nobody said. */
  publicUrl: string | null;
  /** Folder of the built web application. */
  webRoot: string;
  version: string;
  /** Believe X-Forwarded-*: only behind a proxy of ours. */
  trustProxy?: boolean;
  /** pino level, `info` unless said; `silent` for none. */
  logLevel?: string;
  /** Where the log goes, standard output unless said. */
  logTo?: { write(line: string): void };
  signInLimits?: SignInLimits;
}>;

const BODY_LIMIT = BODY_MEGABYTES * 1024 * 1024;

const openDoors = (app: FastifyInstance, publicUrl: string | null): void => {
  const publicHost = publicUrl === null ? null : new URL(publicUrl).host;
  app.addHook('onRequest', async (request) => {
    refuseUnknownHost(request, publicHost);
    refuseCrossSite(request, publicHost);
  });
};

/** Makes the server; call `listen` or `inject` on it. Closing it leaves the database open. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { db, services, dataDir, secret, publicUrl, webRoot, version } = options;
  const isHttps = publicUrl?.startsWith('https:') ?? false;
  const app = Fastify({
    logger: { ...loggerOptions(options.logLevel ?? 'info'), ...(options.logTo ? { stream: options.logTo } : {}) },
    bodyLimit: BODY_LIMIT,
    trustProxy: options.trustProxy ?? false,
    genReqId: () => crypto.randomUUID(),
    requestTimeout: 0,
  });
  handleErrors(app);
  await secureHeaders(app, isHttps);
  await app.register(cookie);
  await app.register(multipart);
  openDoors(app, publicUrl);
  const identity = createIdentity({ db, secret, publicUrl: publicUrl ?? 'http://localhost' });
  const own = createOwnHandlers({ db, identity, guard: new SignInGuard(options.signInLimits), secureCookies: isHttps });
  const routes = listRoutes();
  registerRoutes(app, routes, { db, identity, dataDir, services, own });
  const document = JSON.stringify(openApiDocument(routes, version));
  app.get('/api/v1/openapi.json', (_, reply) => reply.type('application/json').send(document));
  await serveWebApp(app, webRoot);
  return app;
}
