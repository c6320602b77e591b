// Templates over HTTP.

import type { TemplateView } from '@quittance/contracts/api';
import { type CustomerId, ok, refuse } from '@quittance/core/kernel';
import { MERGE_FIELDS } from '@quittance/core/letters';
import {
  findText,
  inspectText,
  listTexts,
  listTextVersions,
  previewText,
  saveText,
  sendTestText,
  shippedText,
  type TemplateInForce,
  withShownSubjects,
} from '@quittance/usecases/templates';
import type { OrgContext, Service } from '../services/index.ts';
import { type HandlerDeps, useCaseContext } from './deps.ts';
import { messagePreviewOf } from './message-preview.ts';
import { withPeople, withPerson } from './people.ts';
import { unmadeMessage } from './unmade-message.ts';

const templateView = (row: TemplateInForce) => ({ ...row, editedAt: row.editedAt?.toISOString() ?? null }) as never;

const FIELDS = MERGE_FIELDS.map(({ name, fr, en, example, kind, optional }) => ({
  field: name,
  fr,
  en,
  example,
  kind,
  optional,
}));

type TextBody = Pick<TemplateView, 'tone' | 'channel' | 'language' | 'audience' | 'subject' | 'body'> &
  Readonly<{ customerId?: CustomerId | undefined }>;

const askedOf = (context: OrgContext, { subject, body, customerId, ...name }: TextBody) => ({
  companyId: context.companyId,
  name,
  text: { subject, body },
  ...(customerId ? { customerId } : {}),
});

/** The templates service. */
export const templatesService = (deps: HandlerDeps): Service<'templates'> => ({
  list: async (context) => {
    const { companyId } = context;
    const texts = await listTexts(useCaseContext(deps, context), companyId);
    const rows = await withShownSubjects(useCaseContext(deps, context), deps.templates, { companyId, texts });
    return ok({ items: (await withPeople(deps.db, 'editedBy', rows)).map(templateView) });
  },
  get: async (context, { params }) => {
    const row = await findText(useCaseContext(deps, context), context.companyId, params);
    if (!row) return refuse({ code: 'not_found' });
    const template = templateView(await withPerson(deps.db, 'editedBy', row));
    return ok({ template, fields: FIELDS, shipped: shippedText(params) });
  },
  versions: async (context, { params }) => {
    const rows = await listTextVersions(useCaseContext(deps, context), context.companyId, params);
    const items = (await withPeople(deps.db, 'editedBy', rows)).map(
      ({ version, subject, body, editedBy, editedAt }) => ({
        version,
        subject,
        body,
        editedBy,
        editedAt: editedAt.toISOString(),
      }),
    );
    return ok({ items: items as never });
  },
  update: async (context, { params, body }) => {
    const { version, ...text } = body;
    const given = { companyId: context.companyId, name: params, text, version };
    const saved = await saveText(useCaseContext(deps, context), deps.templates, given);
    if (saved.ok) return ok(templateView(await withPerson(deps.db, 'editedBy', saved.value)));
    if (saved.refusal.code === 'version_conflict') return refuse({ code: 'version_conflict' });
    return refuse({ code: 'template_broken', facts: { ...saved.refusal.problem } });
  },
  validate: async (_, { body }) => {
    const { problems, fields } = inspectText(deps.templates, body);
    return ok({
      problems: problems.map(({ part, code, line, column, seen }) => ({ part, code, line, column, seen })),
      fields,
    });
  },
  preview: async (context, { body }) => {
    const preview = await previewText(useCaseContext(deps, context), deps.renderer, askedOf(context, body));
    if (preview.ok) return ok(messagePreviewOf(preview.value));
    return refuse(unmadeMessage(preview.refusal.refusal));
  },
  test: async (context, { body }) => {
    const { name, email } = context.user;
    const { renderer, mail, accounts } = deps;
    const asked = { ...askedOf(context, body), to: { name, address: email } };
    const sent = await sendTestText(useCaseContext(deps, context), { renderer, mail, accounts }, asked);
    if (sent.ok) return sent;
    const { refusal } = sent;
    if (refusal.code === 'test_not_sent') return refuse({ code: 'test_not_sent', facts: { answer: refusal.answer } });
    if (refusal.code === 'template_broken') return refuse(unmadeMessage(refusal.refusal));
    return refuse({ code: refusal.code });
  },
});
