// Web application: the built pages. Assets carry their hash and never change; the index is asked for each time.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { sendProblem } from '../problems/index.ts';
import { publicContext } from '../session/index.ts';

const YEAR_SECONDS = 31_536_000;
const OURS = /^\/(api|assets|healthz|readyz)(\/|\?|$)/;

/** Serves the pages under `root`; any other address opens the application, which finds its own way. */
export async function serveWebApp(app: FastifyInstance, root: string): Promise<void> {
  const isBuilt = existsSync(join(root, 'index.html'));
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root,
      cacheControl: false,
      preCompressed: true,
      setHeaders: (reply, path) => {
        reply.setHeader('vary', 'accept-encoding');
        const immutable = path.startsWith(join(root, 'assets'));
        reply.setHeader('cache-control', immutable ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (isBuilt && wantsPage && !OURS.test(request.url)) reply.sendFile('index.html');
    else sendProblem(reply, { code: 'not_found' }, publicContext(request).language);
  });
}
