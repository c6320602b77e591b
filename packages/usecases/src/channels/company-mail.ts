// Company mail: over which server a company's e-mails leave, and in whose name. Its own where it set one, else the installation's.
import type { OrgId } from '@quittance/core/kernel';
import { findMailChannel, type StoredMailSettings } from '@quittance/db/channels';
import type { Tx } from '@quittance/db/tx';
import type { CompanySettings } from '../companies/settings.ts';
import type { MailAccounts, Mailbox, MailSender, SealedAccount } from '../ports/index.ts';
import { hasOwnServer } from './mail-state.ts';

/** What can send: the installation's server, and senders for companies that have their own. */
export type MailPorts = Readonly<{ mail: MailSender | null; accounts?: MailAccounts }>;

/** Whose mail is asked for. */
export type MailScope = Readonly<{ orgId: OrgId; settings: CompanySettings }>;

/** How e-mails leave. */
export type CompanyMail = Readonly<{
  source: 'own' | 'shared';
  sender: MailSender;
  from: Mailbox;
  replyTo: Mailbox | null;
}>;

const ADDRESS = /^[^\s@<>]+@[^\s@<>]+$/;

/** Names an account: a secret is sealed for one company alone. */
export const accountName = ({ orgId, settings }: MailScope): string => `${orgId}.${settings.companyId}`;

/** The stored row as the accounts' port takes it. */
export const sealedAccount = (
  scope: MailScope,
  row: Readonly<{ settings: StoredMailSettings; sealedSecret: Uint8Array | null }>,
): SealedAccount => {
  const { host, port, security, user, perSecond } = row.settings;
  return {
    account: accountName(scope),
    server: { host, port, security, user, perSecond },
    sealedSecret: row.sealedSecret,
  };
};

/** Null where e-mails cannot leave: no server, or no address of ours to come from (a wrong one would be taken for the debtor's fault). */
export async function findCompanyMail(tx: Tx, ports: MailPorts, scope: MailScope): Promise<CompanyMail | null> {
  const { letterhead, companyId } = scope.settings;
  const row = await findMailChannel(tx, companyId);
  const own = hasOwnServer(row) ? row : null;
  const sender = own ? (ports.accounts?.senderOf(sealedAccount(scope, own)) ?? null) : ports.mail;
  const from = {
    name: own?.settings.fromName || letterhead.name,
    address: own?.settings.fromAddress || letterhead.email || '',
  };
  if (!sender || !ADDRESS.test(from.address)) return null;
  const replyTo = own?.settings.replyTo ? { name: null, address: own.settings.replyTo } : null;
  return { source: own ? 'own' : 'shared', sender, from, replyTo };
}
