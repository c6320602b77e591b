// Change a company: letterhead, policy, who is live. Each leaves what was and what is in the journal.
import { type CompanyId, ok, type Result, refuse } from '@quittance/core/kernel';
import { type CompanyChange, updateCompany } from '@quittance/db/companies/write';
import { appendEvent } from '@quittance/db/journal';
import type { Tx } from '@quittance/db/tx';
import { isMailServerSet, isMailTested } from '../channels/mail-state.ts';
import { type Context, inOrganization } from '../context/index.ts';
import type { MailSender } from '../ports/index.ts';
import { type CompanyPolicy, type CompanySettings, getSettings, type Letterhead } from './settings.ts';

async function change(
  tx: Tx,
  context: Context,
  what: Readonly<{ companyId: CompanyId; kind: string; change: CompanyChange; before: unknown; after: unknown }>,
): Promise<CompanySettings> {
  await updateCompany(tx, what.companyId, what.change);
  const payload = { before: what.before, after: what.after };
  await appendEvent(tx, {
    kind: what.kind,
    actor: context.actor,
    subject: 'company',
    subjectId: what.companyId,
    payload,
  });
  return getSettings(tx, what.companyId);
}

/** Replaces the letterhead; details not given stay as they are. */
export const changeLetterhead = (
  context: Context,
  companyId: CompanyId,
  letterhead: Partial<Letterhead>,
): Promise<CompanySettings> =>
  inOrganization(context, async (tx) => {
    const before = (await getSettings(tx, companyId)).letterhead;
    const after: Letterhead = { ...before, ...letterhead };
    const { name, siren } = after;
    return change(tx, context, {
      companyId,
      kind: 'company.letterhead_changed',
      change: { name, siren, letterhead: after },
      before,
      after,
    });
  });

/** Replaces parts of the policy; what is planned is computed anew from it (R12). */
export const changePolicy = (
  context: Context,
  companyId: CompanyId,
  policy: Partial<CompanyPolicy> & Readonly<{ alsaceMoselle?: boolean }>,
): Promise<CompanySettings> =>
  inOrganization(context, async (tx) => {
    const before = (await getSettings(tx, companyId)).policy;
    const { alsaceMoselle, ...rest } = policy;
    const whenPrincipalPaid = rest.lateFees?.whenPrincipalPaid ?? before.lateFees.whenPrincipalPaid;
    const isSameChoice = whenPrincipalPaid === before.lateFees.whenPrincipalPaid;
    const lateFees = isSameChoice ? before.lateFees : { whenPrincipalPaid, decidedBy: context.actor };
    const after: CompanyPolicy = { ...before, ...rest, lateFees };
    const changes = { policy: after, ...(alsaceMoselle === undefined ? {} : { alsaceMoselle }) };
    return change(tx, context, {
      companyId,
      kind: 'company.policy_changed',
      change: changes,
      before,
      after: { ...after, alsaceMoselle },
    });
  });

/** Who is live: everybody, or the customers of some segments ('' for those without one). Nobody is test mode. */
export type LiveChoice = Readonly<{ all: boolean; segments: readonly string[] }>;

/** Why nobody can go live yet. */
export type LiveRefusal = Readonly<{ code: 'mail_server_missing' | 'mail_not_tested' }>;

const choiceOf = ({ testMode, liveSegments }: CompanySettings): LiveChoice => ({
  all: !testMode,
  segments: testMode ? liveSegments : [],
});

const goesFurther = (from: LiveChoice, to: LiveChoice): boolean =>
  !from.all && (to.all || to.segments.some((segment) => !from.segments.includes(segment)));

/** Chooses who is live. Going further asks for a mail server that was tested; going back never does. */
export const setLive = (
  context: Context,
  companyId: CompanyId,
  to: LiveChoice & Readonly<{ mail: MailSender | null }>,
): Promise<Result<CompanySettings, LiveRefusal>> =>
  inOrganization(context, async (tx) => {
    const before = choiceOf(await getSettings(tx, companyId));
    const after: LiveChoice = { all: to.all, segments: to.all ? [] : [...new Set(to.segments)].sort() };
    if (goesFurther(before, after)) {
      if (!(await isMailServerSet(tx, to.mail, companyId))) return refuse({ code: 'mail_server_missing' });
      if (!(await isMailTested(tx, companyId))) return refuse({ code: 'mail_not_tested' });
    }
    const changed = { testMode: !after.all, liveSegments: after.segments };
    return ok(await change(tx, context, { companyId, kind: 'company.live', change: changed, before, after }));
  });
