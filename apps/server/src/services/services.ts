// Services: what the server needs from the use cases, one function per route, typed by the contracts themselves.
// A handler answers a Result: the output, or a refusal the route declares. It never sees HTTP.
import type { Api } from '@quittance/contracts/api';
import type { Refusal } from '@quittance/contracts/refusals';
import type { FileOutput, Route, RouteOutput, RouteRefusal, RouteRequest, Upload } from '@quittance/contracts/route';
import type { Result } from '@quittance/core/kernel';
import type { ContextOf } from './context.ts';
import type { FileAnswer, ReceivedFile } from './files.ts';

/** What a handler reads: parameters, query and body, checked and completed; an upload already on disk. */
export type HandlerRequest<R extends Route> = Omit<RouteRequest<R>, 'body'> &
  Readonly<{ body: R extends { body: Upload } ? ReceivedFile : RouteRequest<R>['body'] }>;

/** What a handler answers when all went well. */
export type Answer<R extends Route> = R['output'] extends FileOutput ? FileAnswer : RouteOutput<R>;

/** Refusals a handler may answer: those the route declares, and that there is no such thing (in this organization). */
export type HandlerRefusal<R extends Route> = Refusal<RouteRefusal<R> | 'not_found'>;

/** The use case behind a route. */
export type Handler<R extends Route> = (
  context: ContextOf<R>,
  request: HandlerRequest<R>,
) => Promise<Result<Answer<R>, HandlerRefusal<R>>>;

/** Resources the server answers by itself. */
export type OwnResource = 'health' | 'auth' | 'session';

/** Every use case the routes need, by resource and name as in the API. */
export type Services = { readonly [R in Exclude<keyof Api, OwnResource>]: Service<R> };

/** The use cases of one resource. */
export type Service<R extends keyof Api> = {
  readonly [N in keyof Api[R]]: Api[R][N] extends Route ? Handler<Api[R][N]> : never;
};
