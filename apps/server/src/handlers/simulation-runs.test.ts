// A simulation under way is known to whoever asked for it, and to nobody else; it is left when they say so.
import { describe, expect, it } from 'vitest';
import type { OrgContext } from '../services/index.ts';
import { openSimulationRuns } from './simulation-runs.ts';

const reader = (actor: string, orgId = 1) => ({ orgId, actor }) as unknown as OrgContext;
const camille = reader('user:camille');

/** A run that ends when it is told to. */
function hold() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end, ended };
}

describe('a simulation under way', () => {
  it('tells how far it has come until it is done', async () => {
    const runs = openSimulationRuns();
    const { end, ended } = hold();
    const run = runs.during(camille, 'a', async (watch) => {
      watch.tell({ done: 40, total: 100 });
      await ended;
      return 'done';
    });
    expect(runs.progress(camille, 'a')).toEqual({ done: 40, total: 100 });
    expect(runs.progress(reader('user:paul'), 'a')).toEqual({ done: 0, total: 0 });
    expect(runs.progress(reader('user:camille', 2), 'a')).toEqual({ done: 0, total: 0 });
    end();
    expect(await run).toBe('done');
    expect(runs.progress(camille, 'a')).toEqual({ done: 0, total: 0 });
    expect(runs.stop(camille, 'a')).toBe(false);
  });

  it('is left by its reader alone', async () => {
    const runs = openSimulationRuns();
    const { end, ended } = hold();
    const run = runs.during(camille, 'a', async (watch) => {
      await ended;
      return watch.isLeft();
    });
    expect(runs.stop(reader('user:paul'), 'a')).toBe(false);
    expect(runs.stop(camille, 'a')).toBe(true);
    end();
    expect(await run).toBe(true);
  });

  it('is forgotten when it fails', async () => {
    const runs = openSimulationRuns();
    const broken = runs.during(camille, 'a', () => Promise.reject(new Error('broken')));
    await expect(broken).rejects.toThrow('broken');
    expect(runs.stop(camille, 'a')).toBe(false);
  });
});
