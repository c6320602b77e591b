// First steps of a company, each ticked off by what is really there; what a member put away or looked at is remembered for them alone.
import type { CompanyId } from '@quittance/core/kernel';
import { findCompany, hasReceivables } from '@quittance/db/companies';
import { readMemberSettings } from '@quittance/db/members';
import { mergeMemberSettings } from '@quittance/db/members/write';
import { countActionsByState } from '@quittance/db/outbox';
import { isMailTested } from '../channels/mail-state.ts';
import { letterheadGaps } from '../companies/letterhead-gaps.ts';
import { settingsOf } from '../companies/settings.ts';
import { type Context, inOrganization, readOrganization } from '../context/index.ts';

/** Steps in the order they are taken. */
export type FirstSteps = Readonly<{
  steps: readonly Readonly<{
    step: 'letterhead' | 'import' | 'scenario' | 'plan' | 'mail' | 'segment' | 'live';
    done: boolean;
  }>[];
  dismissed: boolean;
}>;

/** Whose list. */
export type Reader = Readonly<{ companyId: CompanyId; userId: string }>;

type Remembered = Readonly<{ startDismissed?: readonly number[]; planSeen?: readonly number[] }>;

/** The list as it stands. */
export const readFirstSteps = (context: Context, { companyId, userId }: Reader): Promise<FirstSteps> =>
  readOrganization(context, async (tx) => {
    const row = await findCompany(tx, companyId);
    if (!row) throw new Error(`no company ${companyId} in this organization`);
    const { letterhead, testMode, liveSegments } = settingsOf(row);
    const remembered = (await readMemberSettings(tx, userId)) as Remembered;
    const planSeen =
      remembered.planSeen?.includes(companyId) || Object.keys(await countActionsByState(tx, companyId)).length > 0;
    return {
      steps: [
        { step: 'letterhead', done: letterheadGaps(letterhead).length === 0 },
        { step: 'import', done: await hasReceivables(tx, companyId) },
        { step: 'scenario', done: row.policy.scenario !== undefined },
        { step: 'plan', done: planSeen },
        { step: 'mail', done: await isMailTested(tx, companyId) },
        { step: 'segment', done: !testMode || liveSegments.length > 0 },
        { step: 'live', done: !testMode },
      ],
      dismissed: remembered.startDismissed?.includes(companyId) ?? false,
    };
  });

const withOrWithout = (ids: readonly number[] = [], id: number, isIn: boolean): number[] => [
  ...ids.filter((each) => each !== id),
  ...(isIn ? [id] : []),
];

/** Remembers for the member; what is not said stays. */
export const rememberFirstSteps = (
  context: Context,
  { companyId, userId }: Reader,
  said: Readonly<{ dismissed?: boolean | undefined; planSeen?: boolean | undefined }>,
): Promise<void> =>
  inOrganization(context, async (tx) => {
    const known = (await readMemberSettings(tx, userId)) as Remembered;
    await mergeMemberSettings(tx, userId, {
      ...(said.dismissed === undefined
        ? {}
        : { startDismissed: withOrWithout(known.startDismissed, companyId, said.dismissed) }),
      ...(said.planSeen === undefined ? {} : { planSeen: withOrWithout(known.planSeen, companyId, said.planSeen) }),
    });
  });
