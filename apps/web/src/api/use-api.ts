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
import { useCallback, useState } from 'react';
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
  /** Never an answer of before: amounts to be typed over start from it. */
  fresh?: boolean;
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
    ...(options.fresh ? { gcTime: 0, staleTime: 0 } : {}),
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Where what needs somebody is read: almost any write may clear a part of it. */
const NOTICES = '/api/v1/notices';

/** Makes every read whose path starts so stale: `refresh(client, '/api/v1/reminders')`. The bell is asked again too, without waiting. */
export function refresh(client: QueryClient, ...paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return Promise.resolve();
  void client.invalidateQueries({ queryKey: [NOTICES] });
  return client.invalidateQueries({
    predicate: ({ queryKey }) => paths.some((path) => String(queryKey[0]).startsWith(path)),
  });
}

/** What follows a write. It is told even when the screen that asked is gone by then, or when the write was sent again after signing in. */
export type Afterwards<R extends Route> = Readonly<{
  onSuccess?: (result: CallResult<R>) => void;
  onError?: (error: Error) => void;
}>;

type Input<R extends Route> = NonNullable<CallInput<R>[0]>;

/** A write in hand. */
export type Write<R extends Route> = Omit<UseMutationResult<CallResult<R>, Error, Input<R>>, 'mutate'> &
  Readonly<{ mutate: (input: Input<R>, then?: Afterwards<R>) => void }>;

/** Writes through a route; on success the reads under `stale` are asked again. */
export function useWrite<R extends Route>(route: R, stale: readonly string[] = []): Write<R> {
  const client = useQueryClient();
  // Kept by the write itself: callbacks given to the library's `mutate` are dropped once the component has left the screen.
  const [afterwards] = useState(() => new WeakMap<object, Afterwards<R>>());
  const write = useMutation<CallResult<R>, Error, Input<R>>({
    mutationFn: (input) => (call as (r: R, i: unknown) => Promise<CallResult<R>>)(route, input),
    onSuccess: async (result, input) => {
      await refresh(client, ...stale);
      afterwards.get(input)?.onSuccess?.(result);
    },
    onError: (error, input) => afterwards.get(input)?.onError?.(error),
  });
  const { mutate: send } = write;
  const mutate = useCallback(
    (given: Input<R>, then?: Afterwards<R>) => {
      const input: Input<R> = { ...given };
      if (then) afterwards.set(input, then);
      send(input);
    },
    [send, afterwards],
  );
  return { ...write, mutate } as Write<R>;
}
