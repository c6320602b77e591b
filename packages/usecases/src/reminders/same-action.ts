// Same action: does a recorded action still say what the plan of the moment says?
import type { PlannedAction } from '@quittance/core/dunning';
import type { ActionRow } from '@quittance/db/outbox';

const sameItems = (row: ActionRow, action: PlannedAction): boolean =>
  row.totalCents === action.totalCents &&
  row.items.length === action.items.length &&
  row.items.every((item) =>
    action.items.some(
      (a) => a.receivableId === item.receivableId && a.cents === item.cents && a.advances === item.advances,
    ),
  );

const creditsText = (credits: ActionRow['credits']): string =>
  credits.map((credit) => `${credit.kind} ${credit.id} ${credit.openCents}`).join();

/** The contact of id 0 is the customer's own card, stored as none. */
const sameMessage = (row: ActionRow, action: PlannedAction): boolean =>
  row.scenario === action.scenario &&
  row.step === action.step &&
  row.tone === action.tone &&
  row.language === action.language &&
  (row.contactId ?? 0) === (action.contactId ?? 0) &&
  row.needsApproval === action.needsApproval &&
  row.deadlineOn === action.deadlineOn &&
  creditsText(row.credits) === creditsText(action.credits);

/** Whether the row and the planned action are one message: same words, same addressee, same amounts. */
export const isSameAction = (row: ActionRow, action: PlannedAction): boolean =>
  sameMessage(row, action) && sameItems(row, action);
