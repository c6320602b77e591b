// Post letters: those handed over by a day are printed as one batch and taken to the post office; registered ones get their number.
import type { Day } from '@quittance/core/kernel';
import { listActions } from '@quittance/db/outbox';
import { readOrganization } from '../../context/index.ts';
import { markPosted, noteTracking, printLetters } from '../../outbox/index.ts';
import { contextOn, type Stage } from './moment.ts';

// A well-formed number of a registered letter: 15 digits, the last a check digit nobody computes here.
const trackingOf = (actionId: number): string => `1A 200 ${String(actionId).padStart(3, '0')} 0000 0`;

/** Prints and posts what waits; nothing where no letter does. */
export async function postLetters(stage: Stage, on: Day): Promise<void> {
  const { companyId, ports } = stage;
  const context = contextOn(stage, on, { who: 1, hour: 16 });
  const printed = await printLetters(context, ports.printer, { companyId, on, language: 'fr' });
  if (!printed.ok) return;
  await markPosted(context, { companyId, batchId: printed.value.batchId, on });
  const sent = await readOrganization(context, (tx) => listActions(tx, { companyId, states: ['sent'], upTo: on }));
  for (const { actionId, channel, plannedOn } of sent)
    if (channel === 'registered_letter' && plannedOn === on)
      await noteTracking(context, actionId, trackingOf(actionId));
}
