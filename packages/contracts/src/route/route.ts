// Route: one HTTP door as data. The server, the client, the OpenAPI document and the door tests are all made from it.
import type { Permission } from '@quittance/core/access';
import type { z } from 'zod';
import type { RefusalCode } from '../refusals/index.ts';
import type { FileOutput, Upload } from './files.ts';

/** Who may knock: a permission in the current organization, any signed-in user, or everybody. */
export type Access = Permission | 'signed_in' | 'public';

/** What a route is made of. Paths are absolute, parameters written `:name`. */
export type Route = Readonly<{
  method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  path: `/${string}`;
  permission: Access;
  /** One English sentence, shown in the OpenAPI document. */
  summary: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  /** JSON, or an upload (multipart/form-data). */
  body?: z.ZodType | Upload;
  /** JSON, or a file. */
  output: z.ZodType | FileOutput;
  /** Success status, 200 unless said. */
  status?: 201 | 202;
  /** Refusals of this route alone; those of every door (DOOR_REFUSALS) are not repeated. */
  refusals: readonly RefusalCode[];
}>;

/** Declares a route, keeping its exact types. */
export const route = <const R extends Route>(definition: R): R => definition;

type Input<S> = S extends z.ZodType ? z.input<S> : S extends Upload ? FormData : never;
type Output<S> = S extends z.ZodType ? z.output<S> : never;
type Key<K extends string, S> = object extends Input<S> ? { [key in K]?: Input<S> } : { [key in K]: Input<S> };
type Part<R, K extends string> = R extends { [key in K]: infer S } ? Key<K, S> : unknown;

/** What a caller gives: `params`, `query` and `body` where the route has them, before defaults are filled in. */
export type RouteInput<R extends Route> = Part<R, 'params'> & Part<R, 'query'> & Part<R, 'body'>;

/** What a handler receives: the same, read and completed. */
export type RouteRequest<R extends Route> = Readonly<{
  params: R extends { params: infer S } ? Output<S> : unknown;
  query: R extends { query: infer S } ? Output<S> : unknown;
  body: R extends { body: infer S } ? Output<S> : unknown;
}>;

/** What a JSON route answers; `never` for files. */
export type RouteOutput<R extends Route> = Output<R['output']>;

/** The refusal codes a route declares. */
export type RouteRefusal<R extends Route> = R['refusals'][number];
