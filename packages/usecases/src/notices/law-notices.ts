// Notices of the law's calendar: formal notices whose delay runs out, claims near their limitation, rates of a half-year not entered.
import { addDays, type CompanyId, type Day } from '@quittance/core/kernel';
import { dueDaysEnding, FRENCH_RATES, limitationDay, missingRate } from '@quittance/core/law';
import type { CustomerKind } from '@quittance/core/parties';
import { readFormalDeadlines, readOpenDueBetween } from '@quittance/db/notices';
import { listLegalRates } from '@quittance/db/penalties';
import type { Tx } from '@quittance/db/tx';
import type { Notice } from './notice.ts';

/** Days before a formal notice's last day, and after it, that it is told. */
const DEADLINE_AHEAD = 3;
const DEADLINE_BEHIND = 14;
/** Days before its limitation that a claim is told: time to bring it before a judge. */
const LIMITATION_AHEAD = 90;

const KINDS: readonly CustomerKind[] = ['business', 'consumer', 'public'];

/** Midnight of a day, UTC: days have no hour of their own. */
export const startOf = (on: Day): Date => new Date(`${on}T00:00:00Z`);

type Where = Readonly<{ companyId: CompanyId; on: Day }>;

async function formalDeadlines(tx: Tx, { companyId, on }: Where): Promise<Notice[]> {
  const span = { companyId, from: addDays(on, -DEADLINE_BEHIND), to: addDays(on, DEADLINE_AHEAD) };
  const { count, firstOn } = await readFormalDeadlines(tx, span);
  if (!firstOn) return [];
  const since = startOf(addDays(firstOn, -DEADLINE_AHEAD));
  return [
    {
      kind: 'formal_deadline',
      key: '',
      weight: 'act',
      count,
      since,
      lastAt: since,
      facts: { firstOn, isPast: Number(firstOn < on) },
    },
  ];
}

async function claimsEnding(tx: Tx, { companyId, on }: Where): Promise<Notice[]> {
  const found = [];
  for (const kind of KINDS) {
    const span = dueDaysEnding(kind, on, addDays(on, LIMITATION_AHEAD));
    if (span.from > span.to) continue;
    const { count, firstDueOn } = await readOpenDueBetween(tx, { companyId, kind, ...span });
    if (firstDueOn) found.push({ count, lastOn: limitationDay(firstDueOn, kind) });
  }
  const [first] = found.toSorted((a, b) => (a.lastOn < b.lastOn ? -1 : 1));
  if (!first) return [];
  const count = found.reduce((sum, each) => sum + each.count, 0);
  const since = startOf(addDays(first.lastOn, -LIMITATION_AHEAD));
  return [
    { kind: 'claims_ending', key: '', weight: 'act', count, since, lastAt: since, facts: { lastOn: first.lastOn } },
  ];
}

async function rateMissing(tx: Tx, { on }: Where): Promise<Notice[]> {
  const own = await listLegalRates(tx);
  const missing = missingRate(new Set([...FRENCH_RATES, ...own].map((row) => row.halfYear)), on);
  if (!missing) return [];
  const { halfYear, isInForce } = missing;
  const since = startOf(missing.since);
  const weight = isInForce ? 'act' : 'know';
  return [
    {
      kind: 'rate_missing',
      key: halfYear,
      weight,
      count: 1,
      since,
      lastAt: since,
      facts: { halfYear, isInForce: Number(isInForce) },
    },
  ];
}

/** What the law's calendar brings on a day. */
export const lawNotices = async (tx: Tx, where: Where): Promise<Notice[]> => [
  ...(await formalDeadlines(tx, where)),
  ...(await claimsEnding(tx, where)),
  ...(await rateMissing(tx, where)),
];
