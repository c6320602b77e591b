// Message renderer: view + template → what leaves, by channel. Composes the template engine, the e-mail layout and the letters.
import { ok, type Result, refuse } from '@quittance/core/kernel';
import {
  checkView,
  type MessageTemplate,
  type MessageView,
  mergeFields,
  readProse,
  readScript,
  renderPlainText,
  SMS_LIMIT,
  smsLength,
  toSmsText,
  typeset,
  unshield,
} from '@quittance/core/letters';
import type {
  LetterRenderer,
  MessageRefusal,
  MessageRenderer,
  RenderedMessage,
  TemplateEngine,
} from '@quittance/usecases/ports';
import { renderMailHtml } from '../mail-html/index.ts';

type Rendered = Result<RenderedMessage, MessageRefusal>;
type Prose = Readonly<{ subject: string; body: string }>;

// A subject is one line: a line break in it would be a header of its own in an e-mail.
const oneLine = (subject: string, view: MessageView): string =>
  typeset(
    unshield(subject)
      .replace(/\s*[\r\n]+\s*/g, ' ')
      .trim(),
    view.language,
  );

function renderProse(
  engine: TemplateEngine,
  view: MessageView,
  template: MessageTemplate,
): Result<Prose, MessageRefusal> {
  if (template.literal) return ok({ subject: oneLine(template.subject, view), body: template.body });
  const fields = mergeFields(view);
  const subject = engine.render(template.subject, fields);
  if (!subject.ok) return refuse({ ...subject.refusal, part: 'subject' });
  const body = engine.render(template.body, fields);
  if (!body.ok) return refuse({ ...body.refusal, part: 'body' });
  return ok({ subject: oneLine(subject.value, view), body: body.value });
}

function renderEmail(view: MessageView, { subject, body }: Prose): Rendered {
  const blocks = readProse(body);
  const { html, images } = renderMailHtml(view, subject, blocks);
  return ok({ kind: 'email', subject, text: renderPlainText(view, blocks), html, images });
}

async function renderPaper(letters: LetterRenderer, view: MessageView, { subject, body }: Prose): Promise<Rendered> {
  if (view.recipient.addressLines.length === 0) return refuse({ code: 'no_postal_address' });
  const { pdf, pages } = await letters.renderLetter({ view, subject, body: readProse(body) });
  return ok({ kind: 'letter', subject, pdf, pages, registered: view.channel === 'registered_letter' });
}

function renderSms(body: string): Rendered {
  const text = toSmsText(unshield(body));
  const length = smsLength(text);
  return length > SMS_LIMIT ? refuse({ code: 'sms_too_long', length, limit: SMS_LIMIT }) : ok({ kind: 'sms', text });
}

/** The port's implementation. */
export function createMessageRenderer(
  parts: Readonly<{ engine: TemplateEngine; letters: LetterRenderer }>,
): MessageRenderer {
  return {
    async renderMessage(view, template) {
      const checked = checkView(view);
      if (!checked.ok) return checked;
      const prose = renderProse(parts.engine, view, template);
      if (!prose.ok) return prose;
      if (view.channel === 'email') return renderEmail(view, prose.value);
      if (view.channel === 'sms') return renderSms(prose.value.body);
      if (view.channel === 'letter' || view.channel === 'registered_letter')
        return renderPaper(parts.letters, view, prose.value);
      const text = renderPlainText(view, readScript(prose.value.body));
      return ok({ kind: 'script', subject: prose.value.subject, text });
    },
  };
}
