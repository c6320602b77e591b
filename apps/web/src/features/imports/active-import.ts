// Active import: the one this browser started last, so that leaving the page does not lose sight of it.

const KEY = 'quittance.import';

/** The job to follow, or null. */
export const readActiveImport = (): number | null => Number(localStorage.getItem(KEY)) || null;

/** Remembers a job; null forgets. */
export const keepActiveImport = (jobId: number | null): void => {
  if (jobId === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, String(jobId));
};
