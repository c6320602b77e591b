// Register routes: each contract becomes a Fastify route: context first, then the request, then the handler, then the answer.
import type { NamedRoute } from '@quittance/contracts/api';
import { isFile, isUpload, type Route } from '@quittance/contracts/route';
import type { Result } from '@quittance/core/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RefusalWithFields } from '../problems/index.ts';
import { sendProblem } from '../problems/index.ts';
import type { FileAnswer, OrgContext, PublicContext, Services } from '../services/index.ts';
import { type ContextSources, contextFor, type Exchange, type OwnHandlers } from '../session/index.ts';
import { readRequest } from './read-request.ts';
import { receiveFile } from './receive-file.ts';
import { responseSchema } from './response-schema.ts';
import { sendFile } from './send-file.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; set before the body is read. */
    who: PublicContext | undefined;
  }
}

/** A handler of any route, loosely: the typed ones are checked where they are made. */
type AnyHandler = (
  context: PublicContext,
  input: unknown,
  exchange: Exchange,
) => Promise<Result<unknown, RefusalWithFields>>;
type Table = Readonly<Record<string, Readonly<Record<string, AnyHandler>>>>;

/** What the routes need. */
export type RouteSources = ContextSources & Readonly<{ dataDir: string; services: Services; own: OwnHandlers }>;

const inputOf = async (route: Route, request: FastifyRequest, dataDir: string) => {
  const context = request.who as PublicContext;
  const input = readRequest(route, request, context.language);
  if (isUpload(route.body)) {
    input.body = await receiveFile(request, route.body, { dataDir, context: context as OrgContext });
  }
  return { context, input };
};

const answer = (
  route: Route,
  reply: FastifyReply,
  context: PublicContext,
  result: Result<unknown, RefusalWithFields>,
) => {
  if (!result.ok) sendProblem(reply, result.refusal, context.language);
  else if (isFile(route.output)) sendFile(route, reply, result.value as FileAnswer);
  else reply.code(route.status ?? 200).send(result.value);
};

const registerRoute = (app: FastifyInstance, { name, resource, route }: NamedRoute, sources: RouteSources): void => {
  const table = { ...sources.services, ...sources.own } as unknown as Table;
  const key = name.slice(resource.length + 1);
  const handler = table[resource]?.[key];
  if (handler === undefined) throw new Error(`no handler for ${name}`);
  app.route({
    method: route.method,
    url: route.path,
    schema: isFile(route.output) ? {} : { response: { [route.status ?? 200]: responseSchema(route.output) } },
    onRequest: async (request, reply) => {
      request.who = await contextFor(route.permission, sources, request, reply);
    },
    handler: async (request, reply) => {
      const { context, input } = await inputOf(route, request, sources.dataDir);
      answer(route, reply, context, await handler(context, input, { request, reply }));
      return reply;
    },
  });
};

/** Registers every route of the API. @throws Error when one has no handler. */
export function registerRoutes(app: FastifyInstance, routes: readonly NamedRoute[], sources: RouteSources): void {
  app.decorateRequest('who', undefined);
  for (const route of routes) registerRoute(app, route, sources);
}
