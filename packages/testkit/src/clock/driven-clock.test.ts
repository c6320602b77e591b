import { describe, expect, it } from 'vitest';
import { drivenClock } from './driven-clock.ts';

describe('the driven clock', () => {
  it('stands still until moved', () => {
    const clock = drivenClock('2026-03-28', 9);
    expect(clock.now().toISOString()).toBe('2026-03-28T09:00:00.000Z');
    expect(clock.now().toISOString()).toBe('2026-03-28T09:00:00.000Z');
  });

  it('passes days and minutes', () => {
    const clock = drivenClock('2026-02-27', 9);
    clock.passDays(2);
    clock.passMinutes(90);
    expect(clock.now().toISOString()).toBe('2026-03-01T10:30:00.000Z');
    clock.moveTo('2026-01-05', 7, 15);
    expect(clock.now().toISOString()).toBe('2026-01-05T07:15:00.000Z');
  });

  it('knows that Paris is a day ahead late in the evening, one hour in winter and two in summer', () => {
    expect(drivenClock('2026-01-15', 22).today('Europe/Paris')).toBe('2026-01-15');
    expect(drivenClock('2026-01-15', 23).today('Europe/Paris')).toBe('2026-01-16');
    expect(drivenClock('2026-07-15', 22).today('Europe/Paris')).toBe('2026-07-16');
  });
});
