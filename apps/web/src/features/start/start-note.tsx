// Start note: on every screen, the next first step, until all are done or the reader puts it away.
import './words.ts';
import './start.css';
import { CloseButton } from '@mantine/core';
import { start } from '@quittance/contracts/api';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useRead, useWrite } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useToast } from '../../page/index.ts';
import { useCompany, useMay } from '../../session/index.ts';
import { placeOf } from './places.ts';

/** Nothing is drawn on the list's own page, nor for those who may not take the steps. */
export function StartNote() {
  const { t } = useWords('start');
  const toast = useToast();
  const may = useMay();
  const company = useCompany();
  const { pathname } = useLocation();
  const isConcerned = may('import.write') && company !== null;
  const { data } = useRead(start.get, undefined, { enabled: isConcerned });
  const remember = useWrite(start.remember, ['/api/v1/start']);
  const isTold = useRef(false);
  const stateOf = (name: string) => data?.steps.find(({ step }) => step === name)?.done ?? false;
  const sawPlan = pathname === '/today' && stateOf('import') && !stateOf('plan');
  useEffect(() => {
    if (!sawPlan || isTold.current) return;
    isTold.current = true;
    remember.mutate({ body: { planSeen: true } });
  }, [sawPlan, remember.mutate]);
  if (!isConcerned || !data || data.dismissed || pathname.startsWith('/start')) return null;
  const next = data.steps.find(({ done }) => !done);
  if (!next) return null;
  const done = data.steps.filter((each) => each.done).length;
  const dismiss = () =>
    remember.mutate(
      { body: { dismissed: true } },
      { onSuccess: () => toast.done(t('away'), { undo: () => remember.mutateAsync({ body: { dismissed: false } }) }) },
    );
  return (
    <div className="q-note" role="note">
      <Link to="/start">{t('note.all', { done, total: data.steps.length })}</Link>
      <span className="q-start-next">
        {t('note.next')} <Link to={placeOf(next.step)}>{t(`step.${next.step}.title`)}</Link>
      </span>
      <CloseButton size="sm" aria-label={t('dismiss')} onClick={dismiss} />
    </div>
  );
}
