// Change a company: letterhead, policy, test mode. Each leaves what was and what is in the journal.
import { type CompanyId, ok, type Result, refuse } from '@quittance/core/kernel';
import { type CompanyChange, updateCompany } from '@quittance/db/companies/write';
import { appendEvent } from '@quittance/db/journal';
import type { Tx } from '@quittance/db/tx';
import { type Context, inOrganization } from '../context/index.ts';
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
    const after: CompanyPolicy = { ...before, ...rest };
    const changes = { policy: after, ...(alsaceMoselle === undefined ? {} : { alsaceMoselle }) };
    return change(tx, context, {
      companyId,
      kind: 'company.policy_changed',
      change: changes,
      before,
      after: { ...after, alsaceMoselle },
    });
  });

/** Test mode on, or off: then messages really leave. Refuses to go live without a mail server. */
export const switchTestMode = (
  context: Context,
  companyId: CompanyId,
  to: Readonly<{ testMode: boolean; mailServerSet: boolean }>,
): Promise<Result<CompanySettings, { code: 'mail_server_missing' }>> =>
  inOrganization(context, async (tx) => {
    if (!to.testMode && !to.mailServerSet) return refuse({ code: 'mail_server_missing' });
    const { testMode: before } = await getSettings(tx, companyId);
    const { testMode } = to;
    return ok(
      await change(tx, context, {
        companyId,
        kind: 'company.test_mode',
        change: { testMode },
        before,
        after: testMode,
      }),
    );
  });
