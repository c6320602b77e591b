import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { together } from './together.ts';

describe('things asked together', () => {
  it('answer in the order in which they were asked, whichever is first', async () => {
    expect(await together([pause(5, 'late'), 'at once', pause(1, 'soon')])).toEqual(['late', 'at once', 'soon']);
  });

  it('tell a failure when the others have ended', async () => {
    let ended = false;
    const slow = pause(5).then(() => {
      ended = true;
    });
    await expect(together([Promise.reject(new Error('no')), slow])).rejects.toThrow('no');
    expect(ended).toBe(true);
  });
});
