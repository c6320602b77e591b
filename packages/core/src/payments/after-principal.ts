// After the principal: what becomes of a late fee claimed, once what it grew on is paid, or open again.

/** Chased on, given up, or shown on the statement without being chased. */
export type ClaimDisposition = 'keep' | 'waive' | 'show';

/** A claim as it stands. */
export type ClaimState = Readonly<{
  disposition: ClaimDisposition;
  isPrincipalPaid: boolean;
  /** Something is left to pay on the claim itself. */
  isOpen: boolean;
  /** It is held from reminders because of its disposition. */
  isShownOnly: boolean;
  /** It was given up by this rule, not by a person. */
  isWaivedByRule: boolean;
}>;

/** What is to be done now: nothing; give it up; hold it; let it be chased again; take the giving up back. */
export type ClaimStep = 'none' | 'waive' | 'hide' | 'chase' | 'restore';

/** The step that brings a claim where its disposition wants it; asking again after the step gives `none`. */
export function claimStep(claim: ClaimState): ClaimStep {
  const { disposition, isPrincipalPaid, isOpen, isShownOnly, isWaivedByRule } = claim;
  if (isWaivedByRule && !(isPrincipalPaid && disposition === 'waive')) return 'restore';
  if (isShownOnly && !(isPrincipalPaid && disposition === 'show')) return 'chase';
  if (!isPrincipalPaid || !isOpen) return 'none';
  if (disposition === 'waive') return 'waive';
  return disposition === 'show' && !isShownOnly ? 'hide' : 'none';
}
