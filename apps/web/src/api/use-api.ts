// Hooks over the contracts: a read is known by its path and its input; a write says which reads it makes stale.
import type { CallInput, CallResult } from '@quittance/contracts/client';
import type { Route } from '@quittance/contracts/route';
import {
  keepPreviousData,
  type QueryClient,
  type QueryKey,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { call } from './call.ts';

/** Key of a read: path, then input. */
export const keyOf = (route: Route, input?: unknown): QueryKey => [route.path, input ?? {}];

/** How a read behaves. */
export type ReadOptions = Readonly<{
  enabled?: boolean;
  /** Milliseconds between two askings; false stops. */
  refetchInterval?: number | false;
  /** Shows the last answer while a new one is on its way: lists that are paged or filtered. */
  keep?: boolean;
}>;

/** Reads a route. */
export function useRead<R extends Route>(
  route: R,
  input: CallInput<R>[0],
  options: ReadOptions = {},
): UseQueryResult<CallResult<R>, Error> {
  return useQuery<CallResult<R>, Error>({
    queryKey: keyOf(route, input),
    queryFn: () => (call as (r: R, i: unknown) => Promise<CallResult<R>>)(route, input),
    enabled: options.enabled ?? true,
    refetchInterval: options.refetchInterval ?? false,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Makes every read whose path starts so stale: `refresh(client, '/api/v1/reminders')`. */
export const refresh = (client: QueryClient, ...paths: readonly string[]): Promise<void> =>
  client.invalidateQueries({
    predicate: ({ queryKey }) => paths.some((path) => String(queryKey[0]).startsWith(path)),
  });

/** Writes through a route; on success the reads under `stale` are asked again. */
export function useWrite<R extends Route>(
  route: R,
  stale: readonly string[] = [],
): UseMutationResult<CallResult<R>, Error, NonNullable<CallInput<R>[0]>> {
  const client = useQueryClient();
  return useMutation<CallResult<R>, Error, NonNullable<CallInput<R>[0]>>({
    mutationFn: (input) => (call as (r: R, i: unknown) => Promise<CallResult<R>>)(route, input),
    onSuccess: () => refresh(client, ...stale),
  });
}
