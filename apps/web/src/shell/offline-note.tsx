// Offline note: said as long as there is no network or the server does not answer. It knocks by itself, and what is stale is read again.
import { Button } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { healthRoutes } from '@quittance/contracts/api';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call, reportReached, useReached } from '../api/index.ts';
import { useWords } from '../i18n/index.ts';

const KNOCK_MS = 5_000;

/** Knocks now, and again every few seconds while `isAway`. */
function useKnock(isAway: boolean) {
  const client = useQueryClient();
  const [isKnocking, setKnocking] = useState(false);
  const knock = async () => {
    setKnocking(true);
    try {
      await call(healthRoutes.live);
      reportReached(true);
      await client.invalidateQueries();
    } catch {
      reportReached(false);
    } finally {
      setKnocking(false);
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: one clock for as long as the server is away
  useEffect(() => {
    if (!isAway) return;
    const clock = setInterval(() => void knock(), KNOCK_MS);
    return () => clearInterval(clock);
  }, [isAway]);
  return { knock, isKnocking };
}

/** Nothing is drawn while the server answers. */
export function OfflineNote() {
  const { t } = useWords('shell');
  const { online } = useNetwork();
  const isReached = useReached();
  const isAway = !online || !isReached;
  const { knock, isKnocking } = useKnock(isAway);
  return (
    <div role="status">
      {isAway && (
        <div className="q-banner">
          <span>{t(online ? 'away' : 'offline')}</span>
          <Button size="compact-xs" variant="default" loading={isKnocking} onClick={() => void knock()}>
            {t('words:do.retry')}
          </Button>
        </div>
      )}
    </div>
  );
}
