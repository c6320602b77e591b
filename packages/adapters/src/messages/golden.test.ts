// Golden messages: facts in, text out. What must be read, and must not, was written from the facts and the law, never from the code.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import {
  checkView,
  type MessageView,
  mergeFields,
  readProse,
  renderPlainText,
  shippedTemplate,
  typeset,
  unshield,
} from '@quittance/core/letters';
import { describe, expect, it } from 'vitest';
import { createTemplateEngine } from '../templates-liquid/index.ts';

const root = new URL('../../../../fixtures/letters/', import.meta.url);
const engine = createTemplateEngine();

/** Special spaces read as plain ones: fixtures stay legible. */
const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ');

function written(view: MessageView): { subject: string; text: string } {
  const template = shippedTemplate(view.tone, view.channel, view.language);
  if (!template) throw new Error('no shipped template');
  const checked = checkView(view);
  if (!checked.ok) throw new Error(checked.refusal.code);
  const [subject, body] = [template.subject, template.body].map((source) => engine.render(source, mergeFields(view)));
  if (!subject?.ok || !body?.ok) throw new Error('template refused');
  return {
    subject: plain(typeset(unshield(subject.value), view.language)),
    text: plain(renderPlainText(view, readProse(body.value))),
  };
}

const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

describe.each(readdirSync(root))('%s', (name) => {
  const view = JSON.parse(read(`${name}/facts.json`)) as MessageView;
  const { subject, text } = written(view);

  const has = (file: string): boolean => existsSync(new URL(`${name}/${file}`, root));

  if (has(`${view.language}.txt`))
    it('reads exactly so', () => {
      expect(`${subject}\n\n${text}`).toBe(read(`${name}/${view.language}.txt`));
    });

  if (has('expected.json'))
    it('says what it must and nothing it must not', () => {
      const expected = JSON.parse(read(`${name}/expected.json`)) as {
        subject: string;
        contains: string[];
        lacks: string[];
      };
      expect(subject).toBe(expected.subject);
      for (const piece of expected.contains) expect(text).toContain(piece);
      for (const piece of expected.lacks) expect(text).not.toContain(piece);
    });
});
