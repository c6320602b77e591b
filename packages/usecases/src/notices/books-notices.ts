// Notices of the books: too old to chase on, or soon; money that came and that matching has not looked at; imports of the reader that ended.
import { addWorkedDays } from '@quittance/core/calendar';
import { freshUntil } from '@quittance/core/dunning';
import { addDays, type Day } from '@quittance/core/kernel';
import { findLookOwedSince } from '@quittance/db/cash';
import { findLastSourceDay } from '@quittance/db/companies';
import { type EndedJob, listEndedJobs } from '@quittance/db/notices';
import type { Tx } from '@quittance/db/tx';
import type { CompanySettings } from '../companies/settings.ts';
import { startOf } from './law-notices.ts';
import type { Notice } from './notice.ts';

const DAY_MS = 86_400_000;
/** How long the end of an import is told. */
const TOLD_DAYS = 7;
const MOST_IMPORTS = 5;
/** Worked days before the books are too old that it is told. */
const AHEAD_WORKED_DAYS = 1;

/** Nothing is told where no limit is set, nor before anything was brought in: first steps tell that better. */
export async function freshnessNotices(tx: Tx, company: CompanySettings, on: Day): Promise<Notice[]> {
  const lastSourceOn = (await findLastSourceDay(tx, company.companyId)) as Day | null;
  const until = freshUntil({ policy: company.policy, calendar: company.calendar, lastSourceOn });
  if (until === null || until === 'never' || addWorkedDays(on, AHEAD_WORKED_DAYS, company.calendar) < until) return [];
  const isHeld = until < on;
  const since = startOf(isHeld ? addDays(until, 1) : addWorkedDays(until, -AHEAD_WORKED_DAYS, company.calendar));
  return [
    {
      kind: isHeld ? 'plan_held' : 'books_ageing',
      key: '',
      weight: isHeld ? 'act' : 'know',
      count: 1,
      since,
      lastAt: since,
      facts: { lastSourceOn, until },
    },
  ];
}

/** How long matching may take to look at what came in before it is told. */
const PATIENCE_MS = 15 * 60_000;

/** Nothing leaves while money that came is not looked at: told where it lasts, as when matching fails. */
export async function matchingNotices(
  tx: Tx,
  { companyId }: CompanySettings,
  now: Readonly<{ on: Day; at: Date }>,
): Promise<Notice[]> {
  const since = await findLookOwedSince(tx, { companyId, on: now.on });
  if (since === null || now.at.getTime() - since.getTime() < PATIENCE_MS) return [];
  return [{ kind: 'matching_owed', key: '', weight: 'act', count: 1, since, lastAt: since, facts: {} }];
}

type ImportInput = Readonly<{ companyId?: number; fileName?: string; dryRun?: boolean }>;
type ImportEnd = Readonly<{ report?: { status?: string; errorCount?: number } }>;

function importNotice({ jobId, state, input, result, finishedAt }: EndedJob): Notice {
  const { status, errorCount } = (result as ImportEnd | null)?.report ?? {};
  const isDone = state === 'done' && (status === 'imported' || status === 'unchanged');
  return {
    kind: isDone ? 'import_finished' : 'import_failed',
    key: String(jobId),
    weight: isDone && !errorCount ? 'know' : 'act',
    count: 1,
    since: finishedAt,
    lastAt: finishedAt,
    facts: { jobId, fileName: (input as ImportInput).fileName ?? '', errors: errorCount ?? 0 },
  };
}

/** Imports that the actor started and that ended this week; trials are not told. */
export async function importNotices(
  tx: Tx,
  { companyId, actor, now }: Readonly<{ companyId: number; actor: string; now: Date }>,
): Promise<Notice[]> {
  const since = new Date(now.getTime() - TOLD_DAYS * DAY_MS);
  const jobs = await listEndedJobs(tx, { kind: 'import', actor, since, limit: 2 * MOST_IMPORTS });
  const own = jobs.filter(
    ({ input }) => (input as ImportInput).companyId === companyId && !(input as ImportInput).dryRun,
  );
  return own.slice(0, MOST_IMPORTS).map(importNotice);
}
