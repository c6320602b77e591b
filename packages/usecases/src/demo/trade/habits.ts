// Habits: how many days after its due date each kind of payer pays.
import type { Draw } from '../draw.ts';
import type { Habit } from '../people/demo-customer.ts';

const DRIFT_A_MONTH = 1.4;
const MONTHS = 34;

type Delay = (draw: Draw, monthsAgo: number) => number;

const delays: Readonly<Record<Habit, Delay>> = {
  early: (draw) => draw.between(-12, -1),
  exact: (draw) => draw.between(-1, 2),
  late: (draw) => draw.between(10, 20),
  drifting: (draw, monthsAgo) => Math.round((MONTHS - monthsAgo) * DRIFT_A_MONTH) + draw.between(-2, 3),
  erratic: (draw) => draw.pick([-4, 0, 1, 5, 12, 24, 38, 55]),
  after_call: (draw) => draw.between(19, 26),
  slow: (draw) => draw.between(32, 58),
  splits: (draw) => draw.between(3, 8),
  disputes: (draw) => draw.pick([2, 3, 5, 6, 75, 95]),
};

/** Days after the due date (negative before it), for an invoice issued `monthsAgo`. */
export const delayOf = (habit: Habit, draw: Draw, monthsAgo: number): number => delays[habit](draw, monthsAgo);

/** Days between the two halves of somebody who pays in two goes. */
export const SECOND_HALF_DAYS = 32;
