// Mail state: whether a company has a mail server, and whether a test to oneself went well with it.
import type { CompanyId } from '@quittance/core/kernel';
import { type ChannelRow, findMailChannel, type StoredMailSettings } from '@quittance/db/channels';
import type { Tx } from '@quittance/db/tx';
import type { MailSender } from '../ports/index.ts';

/** Whether a row holds a server, and not only the memory of a test. */
export const hasOwnServer = (row: ChannelRow | undefined): row is ChannelRow & { settings: StoredMailSettings } =>
  Boolean(row?.settings.host);

/** Whether a test to oneself went well with the settings in force. */
export async function isMailTested(tx: Tx, companyId: CompanyId): Promise<boolean> {
  const row = await findMailChannel(tx, companyId);
  return row?.testedAt != null && row.testCode === null;
}

/** Whether any server is set: the company's own, or the installation's. */
export async function isMailServerSet(tx: Tx, mail: MailSender | null, companyId: CompanyId): Promise<boolean> {
  return mail !== null || hasOwnServer(await findMailChannel(tx, companyId));
}
