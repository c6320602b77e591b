// The outside: renderer, printer and mail server of one process, made once and closed together.
import { createLetterRenderer } from '@quittance/adapters/letters-pdf';
import { createMailAccounts } from '@quittance/adapters/mail-accounts';
import { createMessageRenderer } from '@quittance/adapters/messages';
import { createPrintBatchBuilder } from '@quittance/adapters/print-batch';
import { createSmtpSender } from '@quittance/adapters/smtp';
import { createTemplateEngine } from '@quittance/adapters/templates-liquid';
import type {
  BalancePrinter,
  LetterRenderer,
  MailAccounts,
  MailSender,
  MessageRenderer,
  PrintBatchBuilder,
  TemplateEngine,
} from '@quittance/usecases/ports';
import { readSecret } from '../auth/secret.ts';
import { mailSettings } from './mail-settings.ts';

/** Everything that is outside the house, behind its ports. */
export type Outside = Readonly<{
  renderer: MessageRenderer;
  letters: LetterRenderer;
  balances: BalancePrinter;
  templates: TemplateEngine;
  printer: PrintBatchBuilder;
  /** The installation's mail server; null where none is set. */
  mail: MailSender | null;
  /** Its host and port; null where none is set. */
  sharedServer: string | null;
  /** Senders for companies that set a mail server of their own. */
  accounts: MailAccounts;
  close(): Promise<void>;
}>;

/** Opens what QUITTANCE_SMTP_URL and the machine offer; `dataDir` holds the key of stored passwords. @throws Error when that address cannot be read */
export async function openOutside(
  env: Readonly<Record<string, string | undefined>>,
  dataDir: string,
): Promise<Outside> {
  const settings = mailSettings(env.QUITTANCE_SMTP_URL);
  const templates = createTemplateEngine();
  const letters = createLetterRenderer();
  const mail = settings ? createSmtpSender(settings) : null;
  const accounts = createMailAccounts(await readSecret(dataDir));
  return {
    templates,
    letters,
    balances: letters,
    renderer: createMessageRenderer({ engine: templates, letters }),
    printer: createPrintBatchBuilder(letters),
    mail,
    sharedServer: settings ? `${settings.host}:${settings.port}` : null,
    accounts,
    close: async () => {
      await mail?.close();
      await accounts.close();
      await letters.close();
    },
  };
}
