// Request: one route and its input become a URL and fetch options.
import type { Route } from '../route/index.ts';

/** Header that state-changing calls carry: another site's page cannot set it (docs/specs/access.md). */
export const CSRF_HEADER = 'x-quittance';
/** Header naming the organization (slug) a call is for. */
export const ORG_HEADER = 'x-quittance-org';
/** Header naming the company (code) a call is for. */
export const COMPANY_HEADER = 'x-quittance-company';

/** What the client sends with every call. */
export type CallContext = Readonly<{
  org?: string | undefined;
  company?: string | undefined;
  /** `fr` or `en`: the language of messages. */
  language?: string | undefined;
  /** Extra headers, for programs: `cookie`, `origin`. */
  headers?: Readonly<Record<string, string>> | undefined;
}>;

/** Input of any route, loosely. */
export type LooseInput = Readonly<{ params?: unknown; query?: unknown; body?: unknown }>;

/** Path with its parameters, and its query; absent values are left out. */
export function buildUrl(route: Route, input: LooseInput): string {
  const params = (input.params ?? {}) as Record<string, string | number>;
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const query = Object.entries((input.query ?? {}) as Record<string, unknown>).filter(([, value]) => value != null);
  const search = new URLSearchParams(query.map(([key, value]): [string, string] => [key, String(value)])).toString();
  return search ? `${path}?${search}` : path;
}

/** Headers and body of a call. */
export function buildRequest(route: Route, input: LooseInput, context: CallContext): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json', ...context.headers };
  if (context.org) headers[ORG_HEADER] = context.org;
  if (context.company) headers[COMPANY_HEADER] = context.company;
  if (context.language) headers['accept-language'] = context.language;
  if (route.method === 'GET') return { method: 'GET', headers, credentials: 'same-origin' };
  headers[CSRF_HEADER] = '1';
  const isForm = input.body instanceof FormData;
  if (input.body !== undefined && !isForm) headers['content-type'] = 'application/json';
  const body = isForm ? (input.body as FormData) : input.body === undefined ? null : JSON.stringify(input.body);
  return { method: route.method, headers, credentials: 'same-origin', body };
}
