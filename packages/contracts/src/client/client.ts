// Client: typed calls made from the contracts, for browsers and Node alike. Refusals are thrown as ApiError.
import { type FileOutput, isFile, type Route, type RouteInput, type RouteOutput } from '../route/index.ts';
import { ApiError, readProblem } from './problem-error.ts';
import { buildRequest, buildUrl, type CallContext, type LooseInput } from './request.ts';

/** A file that came down, with the name the server gave it. */
export type DownloadedFile = Readonly<{ blob: Blob; fileName: string }>;

/** What a call answers: JSON as the contract says, or a file. */
export type CallResult<R extends Route> = R['output'] extends FileOutput ? DownloadedFile : RouteOutput<R>;

/** Input may be left out where nothing is required. */
export type CallInput<R extends Route> =
  object extends RouteInput<R> ? [input?: RouteInput<R>] : [input: RouteInput<R>];

/** Calls a route. */
export type Call = <R extends Route>(route: R, ...input: CallInput<R>) => Promise<CallResult<R>>;

/** How to reach the server. */
export type ClientOptions = Readonly<{
  /** Origin in front of the paths; empty in the browser. */
  baseUrl?: string;
  /** Asked at each call, so that a switch of organization takes effect at once. */
  context?: () => CallContext;
  fetch?: typeof fetch;
}>;

const fileName = (response: Response): string => {
  const header = response.headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header)?.[1];
  return encoded ? decodeURIComponent(encoded) : (/filename="([^"]+)"/i.exec(header)?.[1] ?? 'download');
};

const read = async (route: Route, response: Response): Promise<unknown> => {
  if (!response.ok) throw await readProblem(response);
  if (!isFile(route.output)) return response.json();
  return { blob: await response.blob(), fileName: fileName(response) };
};

/** Makes the function that calls routes: `call(api.customers.list, { query: { page: 2 } })`. */
export function createClient(options: ClientOptions = {}): Call {
  const send = options.fetch ?? ((url, init) => fetch(url, init));
  const call = async (route: Route, input: LooseInput = {}): Promise<unknown> => {
    const url = `${options.baseUrl ?? ''}${buildUrl(route, input)}`;
    const request = buildRequest(route, input, options.context?.() ?? {});
    const response = await send(url, request).catch((cause: unknown) => {
      throw new ApiError(0, 'unreachable', null, cause);
    });
    return read(route, response);
  };
  return call as Call;
}
