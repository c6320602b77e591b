// Template texts: what is in force for each tone, channel, language and kind of debtor; edited by the company, else shipped.
import { CHANNELS, TONES } from '@quittance/core/dunning';
import type { CompanyId } from '@quittance/core/kernel';
import { ok, type Result, refuse } from '@quittance/core/kernel';
import {
  MERGE_FIELDS,
  type MessageChannel,
  type MessageLanguage,
  type MessageTone,
  type RecipientKind,
  shippedTemplate,
} from '@quittance/core/letters';
import { CUSTOMER_KINDS, LANGUAGES } from '@quittance/core/parties';
import { appendEvent } from '@quittance/db/journal';
import { listTemplates, listTemplateVersions, type TemplateRow } from '@quittance/db/templates';
import { insertTemplate } from '@quittance/db/templates/write';
import { type Context, inOrganization, readOrganization } from '../context/index.ts';
import type { TemplateEngine, TemplateRefusal } from '../ports/index.ts';

/** Which text. */
export type TemplateName = Readonly<{
  tone: MessageTone;
  channel: MessageChannel;
  language: MessageLanguage;
  audience: RecipientKind;
}>;

/** A text in force; version 0 is the shipped one. */
export type TemplateInForce = TemplateName &
  Readonly<{
    subject: string;
    body: string;
    version: number;
    /** Word for word the shipped text, also where a version put it back. */
    isShipped: boolean;
    editedBy: string | null;
    editedAt: Date | null;
  }>;

/** Every name that has a text. The shipped ones serve all kinds of debtors: they read the kind themselves. */
const shippedNames = (): TemplateInForce[] => {
  const all: TemplateInForce[] = [];
  for (const tone of TONES) {
    for (const channel of CHANNELS) {
      for (const language of LANGUAGES) {
        const shipped = shippedTemplate(tone, channel, language);
        if (shipped)
          all.push({
            tone,
            channel,
            language,
            audience: 'business',
            ...shipped,
            version: 0,
            isShipped: true,
            editedBy: null,
            editedAt: null,
          });
      }
    }
  }
  return all;
};

const sameName = (
  a: Readonly<Record<keyof TemplateName, string>>,
  b: Readonly<Record<keyof TemplateName, string>>,
): boolean => a.tone === b.tone && a.channel === b.channel && a.language === b.language && a.audience === b.audience;

/** The shipped text of a name, or null where there is none. */
export const shippedText = ({ tone, channel, language }: TemplateName) => shippedTemplate(tone, channel, language);

const withOrigin = (row: Omit<TemplateInForce, 'isShipped'>): TemplateInForce => {
  const shipped = shippedText(row);
  return { ...row, isShipped: shipped?.subject === row.subject && shipped.body === row.body };
};

/** Every text in force, shipped order first, then those of other audiences. */
export const listTexts = (context: Context, companyId: CompanyId): Promise<TemplateInForce[]> =>
  readOrganization(context, async (tx) => {
    const shipped = shippedNames();
    const edited = (await listTemplates(tx, companyId)).map((row) =>
      withOrigin(row as Omit<TemplateInForce, 'isShipped'>),
    );
    const rest = edited.filter((row) => !shipped.some((name) => sameName(name, row)));
    return [...shipped.map((name) => edited.find((row) => sameName(name, row)) ?? name), ...rest];
  });

/** The text in force under a name; for consumers and public bodies without one of their own, the business one as a start. */
export async function findText(
  context: Context,
  companyId: CompanyId,
  name: TemplateName,
): Promise<TemplateInForce | undefined> {
  const all = await listTexts(context, companyId);
  const own = all.find((text) => sameName(text, name));
  if (own || !CUSTOMER_KINDS.includes(name.audience)) return own;
  const start = all.find((text) => sameName(text, { ...name, audience: 'business' }));
  return start && { ...start, audience: name.audience, version: 0, editedBy: null, editedAt: null };
}

/** Every version of a text a company saved, the last first. */
export const listTextVersions = (context: Context, companyId: CompanyId, name: TemplateName): Promise<TemplateRow[]> =>
  readOrganization(context, (tx) => listTemplateVersions(tx, companyId, name));

/** What is wrong with a text, part by part. */
export type TextProblem = TemplateRefusal & Readonly<{ part: 'subject' | 'body' }>;

/** Problems and the fields used. Nothing is saved. */
export function inspectText(engine: TemplateEngine, text: Readonly<{ subject: string; body: string }>) {
  const known = MERGE_FIELDS.map((field) => field.name);
  const problems: TextProblem[] = [];
  const fields = new Set<string>();
  for (const part of ['subject', 'body'] as const) {
    const inspected = engine.inspect(text[part], known);
    if (inspected.ok) for (const field of inspected.value) fields.add(field);
    else for (const fault of inspected.refusal) problems.push({ ...fault, part });
  }
  return { problems, fields: [...fields] };
}

export type SaveTextRefusal =
  | Readonly<{ code: 'template_broken'; problem: TextProblem }>
  | Readonly<{ code: 'version_conflict' }>;

/** Saves the next version; a broken text is refused with its line and column. */
export async function saveText(
  context: Context,
  engine: TemplateEngine,
  given: Readonly<{
    companyId: CompanyId;
    name: TemplateName;
    text: Readonly<{ subject: string; body: string }>;
    version: number;
  }>,
): Promise<Result<TemplateInForce, SaveTextRefusal>> {
  const [problem] = inspectText(engine, given.text).problems;
  if (problem) return refuse({ code: 'template_broken', problem });
  const before = await findText(context, given.companyId, given.name);
  if ((before?.version ?? 0) !== given.version) return refuse({ code: 'version_conflict' });
  const saved = await inOrganization(context, async (tx) => {
    const version = given.version + 1;
    const row = { companyId: given.companyId, ...given.name, ...given.text, version, actor: context.actor };
    if (!(await insertTemplate(tx, row))) return false;
    const name = Object.values(given.name).join('/');
    const payload = {
      version,
      before: before ? { subject: before.subject, body: before.body } : null,
      after: given.text,
    };
    await appendEvent(tx, {
      kind: 'template.saved',
      actor: context.actor,
      subject: 'template',
      subjectId: name,
      payload,
    });
    return true;
  });
  if (!saved) return refuse({ code: 'version_conflict' });
  return ok((await findText(context, given.companyId, given.name))!);
}
