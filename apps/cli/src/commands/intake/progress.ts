// Progress of an import on stderr: a line for each phase, and one every few seconds within a long one.
import { fill } from '@quittance/contracts/messages';
import type { ImportProgress } from '@quittance/usecases/imports';
import type { Desk } from '../../run/desk.ts';

const PAUSE_MS = 3_000;
const LEAST_MS = 1_000;

const percentOf = ({ bytesRead, bytesTotal }: ImportProgress): string =>
  bytesTotal === null || bytesTotal === 0 || bytesRead === 0 ? '' : `${Math.floor((bytesRead / bytesTotal) * 100)} %`;

/** Tells nothing of an import that takes less than a second. */
export function progressTeller({ words, say }: Desk, file: string): (progress: ImportProgress) => void {
  const started = performance.now();
  let told = started - PAUSE_MS;
  return (progress) => {
    const now = performance.now();
    if (progress.phase === 'done' || now - started < LEAST_MS || now - told < PAUSE_MS) return;
    told = now;
    say(fill(words.says.importing, { file, phase: progress.phase, percent: percentOf(progress) }));
  };
}
