// Front door: a clock driven by the test.
export { type DrivenClock, drivenClock } from './driven-clock.ts';
