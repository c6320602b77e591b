// The outside: renderer, printer and mail server of one process, made once and closed together.
import { createLetterRenderer } from '@quittance/adapters/letters-pdf';
import { createMessageRenderer } from '@quittance/adapters/messages';
import { createPrintBatchBuilder } from '@quittance/adapters/print-batch';
import { createSmtpSender } from '@quittance/adapters/smtp';
import { createTemplateEngine } from '@quittance/adapters/templates-liquid';
import type {
  LetterRenderer,
  MailSender,
  MessageRenderer,
  PrintBatchBuilder,
  TemplateEngine,
} from '@quittance/usecases/ports';
import { mailSettings } from './mail-settings.ts';

/** Everything that is outside the house, behind its ports. */
export type Outside = Readonly<{
  renderer: MessageRenderer;
  letters: LetterRenderer;
  templates: TemplateEngine;
  printer: PrintBatchBuilder;
  /** Null where no mail server is set. */
  mail: MailSender | null;
  close(): Promise<void>;
}>;

/** Opens what QUITTANCE_SMTP_URL and the machine offer. @throws Error when that address cannot be read */
export function openOutside(env: Readonly<Record<string, string | undefined>>): Outside {
  const settings = mailSettings(env.QUITTANCE_SMTP_URL);
  const templates = createTemplateEngine();
  const letters = createLetterRenderer();
  const mail = settings ? createSmtpSender(settings) : null;
  return {
    templates,
    letters,
    renderer: createMessageRenderer({ engine: templates, letters }),
    printer: createPrintBatchBuilder(letters),
    mail,
    close: async () => {
      await mail?.close();
      await letters.close();
    },
  };
}
