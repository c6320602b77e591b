// Query client: what is remembered of the server's answers, how long, and what happens when the session ends meanwhile.
import { session } from '@quittance/contracts/api';
import { ApiError } from '@quittance/contracts/client';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { reportExpired } from './session-expiry.ts';

const MAX_RETRIES = 2;

const isTransient = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 'unreachable' || error.code === 'unavailable');

/** Somebody was signed in on this page before: only then has a session expired. */
const wasSignedIn = (): boolean =>
  queryClient.getQueriesData({ queryKey: [session.get.path] }).some(([, view]) => view !== undefined);

const watch = (error: unknown): void => {
  if (error instanceof ApiError && error.code === 'not_signed_in' && wasSignedIn()) reportExpired();
};

/** The application's memory of answers: fresh for 15 s, asked again when the window comes back. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: watch }),
  mutationCache: new MutationCache({ onError: watch }),
  defaultOptions: {
    queries: { staleTime: 15_000, retry: (count, error) => isTransient(error) && count < MAX_RETRIES },
    mutations: { retry: false },
  },
});
