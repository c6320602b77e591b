// The day of an allocation: never before the two facts it joins, else a past balance would show one side without the other.
import { type Day, maxDay } from '../kernel/index.ts';

/** The day wanted (of the lettering, of the entry), or the later of the two facts' days where that is later. */
export const allocationDay = (wanted: Day, credit: Readonly<{ on: Day }>, debt: Readonly<{ on: Day }>): Day =>
  maxDay(wanted, maxDay(credit.on, debt.on));
