// Query client: what is remembered of the server's answers, how long, and what happens when the session or the network ends meanwhile.
import { session } from '@quittance/contracts/api';
import { ApiError } from '@quittance/contracts/client';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { keepFailedWrite } from './failed-writes.ts';
import { reportReached } from './reach.ts';
import { reportExpired } from './session-expiry.ts';

const MAX_RETRIES = 2;

const isTransient = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 'unreachable' || error.code === 'unavailable');

/** Somebody was signed in on this page before: only then has a session expired. */
const wasSignedIn = (): boolean =>
  queryClient.getQueriesData({ queryKey: [session.get.path] }).some(([, view]) => view !== undefined);

/** Tells whether the session ended. */
function watch(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  reportReached(error.code !== 'unreachable');
  const isExpired = error.code === 'not_signed_in' && wasSignedIn();
  if (isExpired) reportExpired();
  return isExpired;
}

const reached = (): void => reportReached(true);

/**
 * The application's memory of answers: fresh for 15 s, asked again when the window or the network comes back. Without a network calls
 * fail at once and say so: a write never waits unseen, what was typed stays in its form.
 */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: watch, onSuccess: reached }),
  mutationCache: new MutationCache({
    onError: (error, _, __, mutation) => {
      if (watch(error)) keepFailedWrite(mutation);
    },
    onSuccess: reached,
  }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      networkMode: 'always',
      refetchOnReconnect: true,
      retry: (count, error) => isTransient(error) && count < MAX_RETRIES,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
