// Hand decision: sends what a person decided about a movement; then it can be undone from its toast, and with the others of the sitting.
import { type MovementRow, matching } from '@quittance/contracts/api';
import type { RouteInput } from '@quittance/contracts/route';
import { useWrite } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useToast } from '../../../page/index.ts';
import { CASH_READS } from '../stale.ts';

/** A dialog about one movement. */
export type HandProps = Readonly<{
  line: MovementRow;
  onClose: () => void;
  /** A decision was taken: it can be undone with the others of this sitting. */
  onDecided: (transactionId: number, decisionId: number) => void;
}>;

type Body = NonNullable<RouteInput<typeof matching.decide>['body']>;

/** `send` closes the dialog and says `said` once the decision is taken; a refusal stays in `error`. */
export function useHandDecision({ line, onClose, onDecided }: HandProps) {
  const { t } = useWords('cash');
  const toast = useToast();
  const decide = useWrite(matching.decide, CASH_READS);
  const undo = useWrite(matching.undo, CASH_READS);
  const send = (body: Body, said: string) =>
    decide.mutate(
      { params: { transactionId: line.transactionId }, body },
      {
        onSuccess: ({ transactionId, decided }) => {
          onClose();
          const made = decided.find(({ undone }) => undone === null);
          if (!made) return toast.done(said);
          onDecided(transactionId, made.decisionId);
          const back = { params: { decisionId: made.decisionId }, body: { reason: t('undoReason') } };
          toast.done(said, { undo: () => undo.mutateAsync(back) });
        },
      },
    );
  return { send, isPending: decide.isPending, error: decide.error };
}
