// Running import: on every other screen, the import at work; it may be left and found again.
import { imports } from '@quittance/contracts/api';
import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { refresh, useRead } from '../../api/index.ts';
import { useCompany, useMay } from '../../session/index.ts';
import { CHANGED_BY_IMPORTS } from './changed.ts';

const RunningLine = lazy(() => import('./running-line.tsx'));

const AT_WORK_MS = 1_500;
const QUIET_MS = 30_000;

/** Nothing is drawn on the imports' own page, nor while nothing is at work. */
export function RunningImport() {
  const may = useMay();
  const company = useCompany();
  const client = useQueryClient();
  const { pathname } = useLocation();
  const isAsked = may('import.read') && company !== null;
  const first = useRead(imports.running, undefined, { enabled: isAsked });
  const isAtWork = (first.data?.items.length ?? 0) > 0;
  useRead(imports.running, undefined, { enabled: isAsked, refetchInterval: isAtWork ? AT_WORK_MS : QUIET_MS });
  const wasAtWork = useRef(false);
  useEffect(() => {
    if (wasAtWork.current && !isAtWork) void refresh(client, ...CHANGED_BY_IMPORTS);
    wasAtWork.current = isAtWork;
  }, [client, isAtWork]);
  const job = first.data?.items[0];
  if (!job || pathname.startsWith('/imports')) return null;
  return (
    <Suspense fallback={null}>
      <RunningLine job={job} />
    </Suspense>
  );
}
