import { describe, expect, test } from 'vitest';
import { day } from '../kernel/index.ts';
import { receivableStatuses } from './statuses.ts';

const on = day('2027-03-10');
const facts = { openCents: 1_000, dueOn: day('2027-03-01'), doubtful: false, holdReasons: [] as string[] };

describe('the statuses of a receivable', () => {
  test.each([
    {
      says: 'is paid when nothing is open, whatever else',
      given: { openCents: 0, holdReasons: ['dispute'] },
      want: ['paid'],
    },
    { says: 'is overdue the day after its due date', given: { dueOn: day('2027-03-09') }, want: ['overdue'] },
    { says: 'is due soon on its due date', given: { dueOn: on }, want: ['due_soon'] },
    { says: 'is due soon a week before', given: { dueOn: day('2027-03-17') }, want: ['due_soon'] },
    { says: 'is not due eight days before', given: { dueOn: day('2027-03-18') }, want: ['not_due'] },
    {
      says: 'shows what stops reminders first',
      given: { holdReasons: ['manual', 'dispute'], doubtful: true },
      want: ['disputed', 'held', 'doubtful', 'overdue'],
    },
    {
      says: 'puts insolvency before all',
      given: { holdReasons: ['agency', 'insolvency'] },
      want: ['insolvent_debtor', 'at_agency', 'overdue'],
    },
  ])('$says', ({ given, want }) => expect(receivableStatuses({ ...facts, ...given }, on)).toEqual(want));
});
