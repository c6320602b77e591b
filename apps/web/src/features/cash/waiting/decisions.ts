// Decisions about waiting money: take a proposal, undo, set aside. A line that was decided leaves the list at once and comes back if refused.
import { type LinesOutcome, type MovementRow, matching, type SetAsideReason } from '@quittance/contracts/api';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { call, refresh, useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { useToast } from '../../../page/index.ts';
import { CASH_READS } from '../stale.ts';

/** Why a movement is not a customer's money, as the dialog asks it. */
export type AsideOrder = Readonly<{ reason: SetAsideReason; note: string; remember: boolean }>;

/** What can be done, and what is on its way. */
export type CashDesk = Readonly<{
  /** Lines decided here, not to be shown while the list is read again. */
  gone: ReadonlySet<number>;
  /** Takes explanation `choice` of a line: 0 the best. */
  accept: (line: MovementRow, choice: number) => void;
  /** Takes the latest decision of this sitting back. */
  undoLast: () => void;
  acceptMany: (minConfidence: number, transactionIds?: readonly number[]) => void;
  setAside: (transactionIds: readonly number[], order: AsideOrder) => void;
  /** A decision was taken elsewhere on the screen (by hand): it can be undone like the others. */
  noted: (transactionId: number, decisionId: number) => void;
  isBusy: boolean;
}>;

/** A decision of this sitting, in the order they were asked for: its answer may still be on its way. */
type Taken = Readonly<{ transactionId: number; decision: Promise<number | undefined> }>;

const newest = (view: Readonly<{ decided: readonly { decisionId: number; undone: unknown }[] }>): number | undefined =>
  view.decided.find(({ undone }) => undone === null)?.decisionId;

/** Makes the desk. */
export function useCashDesk(): CashDesk {
  const { t } = useWords('cash');
  const { money } = useFormats();
  const toast = useToast();
  const client = useQueryClient();
  const [gone, setGone] = useState<ReadonlySet<number>>(new Set());
  const taken = useRef<Taken[]>([]);
  const many = useWrite(matching.acceptMany, CASH_READS);
  const aside = useWrite(matching.setAside, CASH_READS);

  const hide = (ids: readonly number[]) => setGone((old) => new Set([...old, ...ids]));
  const show = (ids: readonly number[]) => setGone((old) => new Set([...old].filter((id) => !ids.includes(id))));
  const again = () => refresh(client, ...CASH_READS);

  const undo = async (decisionId: number, transactionId: number) => {
    taken.current = taken.current.filter((one) => one.transactionId !== transactionId);
    await call(matching.undo, { params: { decisionId }, body: { reason: t('undoReason') } });
    show([transactionId]);
    await again();
  };
  const noted: CashDesk['noted'] = (transactionId, decisionId) => {
    taken.current.push({ transactionId, decision: Promise.resolve(decisionId) });
  };

  const accept: CashDesk['accept'] = (line, choice) => {
    const { transactionId, proposal } = line;
    if (!proposal?.best) return;
    hide([transactionId]);
    const { madeAt } = proposal;
    const done = (decisionId: number | undefined) => {
      const said = t(line.kind === 'return' ? 'returned.done' : 'accepted', {
        amount: money(Math.abs(line.cents), line.currency),
      });
      if (decisionId === undefined) return toast.done(said);
      toast.done(said, { undo: () => undo(decisionId, transactionId), series: 'accepted' });
    };
    const asked = call(matching.accept, { params: { transactionId }, body: { choice, madeAt } }).then(newest);
    taken.current.push({ transactionId, decision: asked.catch(() => undefined) });
    asked
      .then(done, (error) => {
        show([transactionId]);
        toast.refused(error);
      })
      .finally(again);
  };

  const takeLastBack = async (): Promise<string> => {
    for (let last = taken.current.pop(); last; last = taken.current.pop()) {
      const decisionId = await last.decision;
      if (decisionId === undefined) continue;
      await undo(decisionId, last.transactionId);
      return t('words:undone');
    }
    return t('nothingToUndo');
  };
  const undoLast = () => void takeLastBack().then(toast.done, toast.refused);

  const told =
    (word: string, back?: (ids: readonly number[]) => Promise<unknown>) =>
    ({ done, refused }: LinesOutcome) => {
      const left = refused.length > 0 ? ` ${t('refused', { count: refused.length })}` : '';
      const said = `${t(word, { count: done.length })}${left}`;
      if (back && done.length > 0) toast.done(said, { undo: () => back(done) });
      else toast.done(said);
    };
  const takeBack = async (transactionIds: readonly number[]) => {
    await call(matching.takeBack, { body: { transactionIds: [...transactionIds] } });
    await again();
  };

  return {
    gone,
    accept,
    undoLast,
    noted,
    acceptMany: (minConfidence, transactionIds) =>
      many.mutate(
        { body: { minConfidence, ...(transactionIds ? { transactionIds: [...transactionIds] } : {}) } },
        { onSuccess: told('acceptedMany'), onError: toast.refused },
      ),
    setAside: (transactionIds, order) =>
      aside.mutate(
        { body: { transactionIds: [...transactionIds], ...order } },
        { onSuccess: told('setAside', takeBack), onError: toast.refused },
      ),
    isBusy: many.isPending || aside.isPending,
  };
}
