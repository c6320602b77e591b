// Mail settings of a company: shown without their secret, changed, tried, given up for the installation's own.
import { type CompanyId, ok, type Result, refuse } from '@quittance/core/kernel';
import { type ChannelRow, findMailChannel, type StoredMailSettings } from '@quittance/db/channels';
import { saveMailChannel } from '@quittance/db/channels/write';
import { appendEvent } from '@quittance/db/journal';
import type { Tx } from '@quittance/db/tx';
import { getSettings } from '../companies/settings.ts';
import { type Context, inOrganization, readOrganization } from '../context/index.ts';
import type { MailAccounts, MailCheck } from '../ports/index.ts';
import { accountName, sealedAccount } from './company-mail.ts';
import { hasOwnServer } from './mail-state.ts';

/** Settings as they are typed; `password` absent keeps the one known for this very server and user, null says that there is none. */
export type TypedMailSettings = StoredMailSettings & Readonly<{ password?: string | null }>;

/** What a screen may see. */
export type MailSettingsShown = Readonly<{
  own: StoredMailSettings | null;
  hasPassword: boolean;
  test: Readonly<{ at: Date; code: string | null }> | null;
}>;

/** Reads what may be seen. */
export const readMailSettings = (context: Context, companyId: CompanyId): Promise<MailSettingsShown> =>
  readOrganization(context, async (tx) => {
    const row = await findMailChannel(tx, companyId);
    return {
      own: hasOwnServer(row) ? row.settings : null,
      hasPassword: Boolean(row?.sealedSecret),
      test: row?.testedAt ? { at: row.testedAt, code: row.testCode } : null,
    };
  });

/** Without encryption a password and a debtor's name would cross the network in clear: on this machine only. */
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '::1']);

const isExposed = ({ security, host }: StoredMailSettings): boolean => security === 'none' && !LOOPBACK.has(host);

const sameServer = (a: Partial<StoredMailSettings>, b: StoredMailSettings): boolean =>
  a.host === b.host && a.port === b.port && a.user === b.user;

/** A password is never handed to another server, or in another name, than those it was typed for. */
async function sealedOf(tx: Tx, context: Context, given: Given): Promise<Uint8Array | null> {
  const { accounts, companyId, typed } = given;
  const settings = await getSettings(tx, companyId);
  if (typed.password) return accounts.seal(accountName({ orgId: context.orgId, settings }), typed.password);
  if (typed.password === null) return null;
  const known = await findMailChannel(tx, companyId);
  return known && sameServer(known.settings, typed) ? known.sealedSecret : null;
}

type Given = Readonly<{ accounts: MailAccounts; companyId: CompanyId; typed: TypedMailSettings }>;

const withoutPassword = ({ password: _, ...settings }: TypedMailSettings): StoredMailSettings => settings;

type Refusal = Readonly<{ code: 'mail_not_encrypted' }>;

const journalled = (row: ChannelRow | undefined) => (hasOwnServer(row) ? row.settings : null);

/** Replaces the settings. The journal keeps them without their password. */
export const saveMailSettings = (context: Context, given: Given): Promise<Result<null, Refusal>> =>
  inOrganization(context, async (tx) => {
    if (isExposed(given.typed)) return refuse({ code: 'mail_not_encrypted' });
    const { companyId } = given;
    const settings = withoutPassword(given.typed);
    const before = journalled(await findMailChannel(tx, companyId));
    const sealedSecret = await sealedOf(tx, context, given);
    await saveMailChannel(tx, companyId, { settings, sealedSecret, actor: context.actor });
    await appendEvent(tx, {
      kind: 'channel.changed',
      actor: context.actor,
      subject: 'company',
      subjectId: companyId,
      payload: { channel: 'email', before, after: settings, hasPassword: sealedSecret !== null },
    });
    return ok(null);
  });

/** Tries what is typed, saved or not: connects, logs in, sends nothing. */
export async function verifyMailSettings(context: Context, given: Given): Promise<Result<MailCheck, Refusal>> {
  if (isExposed(given.typed)) return refuse({ code: 'mail_not_encrypted' });
  const account = await readOrganization(context, async (tx) => {
    const settings = await getSettings(tx, given.companyId);
    const row = { settings: withoutPassword(given.typed), sealedSecret: await sealedOf(tx, context, given) };
    return sealedAccount({ orgId: context.orgId, settings }, row);
  });
  return ok(await given.accounts.verify(account));
}

/** Gives the company's own server up, with its password; the installation's is used from now on, where there is one. */
export const forgetMailSettings = (context: Context, companyId: CompanyId): Promise<void> =>
  inOrganization(context, async (tx) => {
    const before = journalled(await findMailChannel(tx, companyId));
    if (!before) return;
    await saveMailChannel(tx, companyId, { settings: {}, sealedSecret: null, actor: context.actor });
    await appendEvent(tx, {
      kind: 'channel.changed',
      actor: context.actor,
      subject: 'company',
      subjectId: companyId,
      payload: { channel: 'email', before, after: null, hasPassword: false },
    });
  });
