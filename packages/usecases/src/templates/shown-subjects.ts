// Shown subjects: each text's subject as a debtor would read it, on the invented example; what people see in the list instead of fields.
import { localDay } from '@quittance/core/calendar';
import type { CompanyId } from '@quittance/core/kernel';
import { mergeFields, typeset, unshield } from '@quittance/core/letters';
import { getSettings } from '../companies/settings.ts';
import { type Context, readOrganization } from '../context/index.ts';
import type { TemplateEngine } from '../ports/index.ts';
import { exampleView } from './example-view.ts';
import type { TemplateInForce } from './template-texts.ts';

/** A text with its subject on the example; empty where it has none or cannot be rendered. */
export type ShownText = TemplateInForce & Readonly<{ shownSubject: string }>;

/** The same texts, each with its subject shown. */
export async function withShownSubjects(
  context: Context,
  engine: TemplateEngine,
  of: Readonly<{ companyId: CompanyId; texts: readonly TemplateInForce[] }>,
): Promise<ShownText[]> {
  const settings = await readOrganization(context, (tx) => getSettings(tx, of.companyId));
  const on = localDay(context.clock.now().getTime(), settings.timezone);
  return of.texts.map((text) => {
    const made = engine.render(text.subject, mergeFields(exampleView(settings, text, on)));
    const line = made.ok ? unshield(made.value).replace(/\s+/g, ' ').trim() : '';
    return { ...text, shownSubject: typeset(line, text.language) };
  });
}
