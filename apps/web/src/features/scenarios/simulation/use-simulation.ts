// Use simulation: asks for it under a name of its own, tells how far it has come, and stops it when the reader leaves or asks for another.
import { type SimulationView, scenarios } from '@quittance/contracts/api';
import type { CallInput } from '@quittance/contracts/client';
import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, keyOf, useRead } from '../../../api/index.ts';

type Asked = NonNullable<CallInput<typeof scenarios.simulate>[0]>['body'];

const ASK_AGAIN_MS = 500;
const PERCENT = 100;
const LETTERS_AND_DIGITS = 36;

/** Names nothing secret: two tabs of one reader must only differ. */
const freshName = (): string =>
  `${Date.now().toString(LETTERS_AND_DIGITS)}${Math.random().toString(LETTERS_AND_DIGITS).slice(2)}`;

/** The simulation; `pct` is null until it is known; `stop` leaves it where it is. */
export type SimulationRun = Readonly<{
  answer: UseQueryResult<SimulationView, Error>;
  pct: number | null;
  isStopped: boolean;
  stop: () => void;
}>;

/** Runs it again for each other question. */
export function useSimulation(body: Asked): SimulationRun {
  const client = useQueryClient();
  const [run, setRun] = useState<string | null>(null);
  const queryKey = keyOf(scenarios.simulate, body);
  const answer = useQuery<SimulationView, Error>({
    queryKey,
    queryFn: ({ signal }) => {
      const name = freshName();
      setRun(name);
      const leave = () => void call(scenarios.stopSimulation, { params: { run: name }, body: {} }).catch(() => {});
      signal.addEventListener('abort', leave);
      return call(scenarios.simulate, { body: { ...body, run: name } });
    },
    placeholderData: keepPreviousData,
    // It may take long: it runs again when another question is asked, not each time the window comes back.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const progress = useRead(
    scenarios.simulationProgress,
    { params: { run: run ?? '' } },
    { enabled: answer.isFetching && run !== null, refetchInterval: answer.isFetching ? ASK_AGAIN_MS : false },
  );
  const { done = 0, total = 0 } = progress.data ?? {};
  return {
    answer,
    pct: total > 0 ? Math.floor((done / total) * PERCENT) : null,
    isStopped: !answer.isFetching && !answer.error && (!answer.data || answer.isPlaceholderData),
    stop: () => void client.cancelQueries({ queryKey, exact: true }),
  };
}
