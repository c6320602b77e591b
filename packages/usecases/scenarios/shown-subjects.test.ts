// The list of texts shows each subject as a debtor would read it: no field, no condition is left in it.
import { createTemplateEngine } from '@quittance/adapters/templates-liquid';
import { expect, it } from 'vitest';
import { listTexts, withShownSubjects } from '../src/templates/index.ts';
import { onStage } from './on-stage.ts';

const open = onStage();

it('shows the subjects of all shipped texts without a field, and a broken one as nothing', async () => {
  const stage = await open('2027-03-08');
  const { companyId } = stage;
  const texts = await listTexts(stage.context, companyId);
  const broken = { ...texts[0]!, subject: '{{ nope' };
  const shown = await withShownSubjects(stage.context, createTemplateEngine(), {
    companyId,
    texts: [...texts, broken],
  });
  expect(shown.filter(({ shownSubject }) => /\{[{%]|\n/.test(shownSubject))).toEqual([]);
  const named = shown.filter(({ subject, shownSubject }) => subject !== '' && shownSubject === '');
  expect(named.map(({ subject }) => subject)).toEqual(['{{ nope']);
});
