// Decisions: approve at once; skip, postpone and hold after a question. Each can be taken back from its toast while nothing left.
import { type BulkOutcome, reminders } from '@quittance/contracts/api';
import type { Day } from '@quittance/core/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, refresh, useWrite } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useToast } from '../../../page/index.ts';
import { bodyOf, type Selection } from './selection.ts';

/** Reads that a decision makes stale. */
export const CHANGED = [
  '/api/v1/reminders',
  '/api/v1/outbox',
  '/api/v1/tasks',
  '/api/v1/customers',
  '/api/v1/invoices',
  '/api/v1/holds',
];

/** What is asked before it is done. */
export type Question = Readonly<{ kind: 'approve' | 'skip' | 'postpone' | 'hold'; of: Selection }>;

/** Reasons a person gives for a hold. */
export const HOLD_REASONS = [
  'manual',
  'dispute',
  'promise',
  'payment_in_transit',
  'plan',
  'agency',
  'court',
  'insolvency',
] as const;

/** A hold as it is asked for; `untilOn` null is until lifted. */
export type HoldOrder = Readonly<{ reason: (typeof HOLD_REASONS)[number]; untilOn: string | null; note: string }>;

/** What can be decided, and the question that is open. */
export type DecisionDesk = Readonly<{
  on: string;
  /** Approves; asks first where `warns` says so, unless the reader was asked already. */
  approve: (of: Selection, isSure?: boolean) => void;
  ask: (kind: Question['kind'], of: Selection) => void;
  question: Question | null;
  close: () => void;
  skip: (note: string) => void;
  postpone: (until: string) => void;
  /** `onDone`: its draft is no longer needed. */
  hold: (order: HoldOrder, onDone: () => void) => void;
  isBusy: boolean;
  /** Why the deed asked for failed. */
  error: unknown;
}>;

/** A desk of one day. */
export type DeskOptions = Readonly<{
  on: string;
  /** Whether approving these is to be asked first. */
  warns: (of: Selection) => boolean;
  /** Learns which actions are no longer to be chosen. */
  onDecided: (of: Selection) => void;
}>;

/** Makes the desk. */
export function useDecisions({ on, warns, onDecided }: DeskOptions): DecisionDesk {
  const { t } = useWords('today');
  const toast = useToast();
  const client = useQueryClient();
  const [question, setQuestion] = useState<Question | null>(null);
  const approval = useWrite(reminders.approve, CHANGED);
  const skipping = useWrite(reminders.skip, CHANGED);
  const postponing = useWrite(reminders.postpone, CHANGED);
  const holding = useWrite(reminders.hold, CHANGED);
  const takeBack = async (decision: number) => {
    const undone = await call(reminders.undo, { body: { decision } });
    await refresh(client, ...CHANGED);
    if (undone.refused.length > 0) toast.done(t('undoPart', { count: undone.refused.length }));
  };
  // Promises, not callbacks of the mutation: the list may be gone from the screen once everything in it is decided.
  const after = (of: Selection, word: string) => (outcome: BulkOutcome) => {
    const refused = outcome.refused.length > 0 ? ` ${t('refused', { count: outcome.refused.length })}` : '';
    const edited = outcome.refused.some(({ code }) => code === 'edited_stale') ? ` ${t('refusedEdited')}` : '';
    const { decision } = outcome;
    const said = `${t(word, { count: outcome.done })}${refused}${edited}`;
    if (decision === null) toast.done(said);
    else toast.done(said, { undo: () => takeBack(decision) });
    setQuestion(null);
    onDecided(of);
  };
  // The plan is read again where it changed meanwhile: the count on the screen is then the true one.
  const refused = (error: unknown) => {
    toast.refused(error);
    void refresh(client, '/api/v1/reminders');
  };
  /** The dialog stays open and says why. */
  const stay = () => void refresh(client, '/api/v1/reminders');
  const body = (of: Selection) => ({ on: on as Day, ...bodyOf(of) });
  const of = question?.of;
  const approve: DecisionDesk['approve'] = (chosen, isSure = false) => {
    if (!isSure && warns(chosen)) setQuestion({ kind: 'approve', of: chosen });
    else void approval.mutateAsync({ body: body(chosen) }).then(after(chosen, 'approved'), refused);
  };
  return {
    on,
    approve,
    ask: (kind, chosen) => setQuestion({ kind, of: chosen }),
    question,
    close: () => setQuestion(null),
    skip: (note) => {
      if (of) void skipping.mutateAsync({ body: { ...body(of), note } }).then(after(of, 'skipped'), refused);
    },
    postpone: (until) => {
      const day = until as Day;
      if (of) void postponing.mutateAsync({ body: { ...body(of), until: day } }).then(after(of, 'postponed'), stay);
    },
    hold: ({ reason, untilOn, note }, onDone) => {
      const order = { reason, untilOn: untilOn as Day | null, note };
      if (!of) return;
      const told = after(of, 'held');
      void holding.mutateAsync({ body: { ...body(of), ...order } }).then((outcome) => {
        onDone();
        told(outcome);
      }, stay);
    },
    isBusy: approval.isPending || skipping.isPending || postponing.isPending || holding.isPending,
    error: question?.kind === 'hold' ? holding.error : postponing.error,
  };
}
