// Codes of the API that are shown: each has its word in both languages; each refusal has its sentence.
import {
  importKindValue,
  importTargetValue,
  outboxStateValue,
  taskKindValue,
  taskOutcomeValue,
} from '@quittance/contracts/api';
import { REFUSAL_CODES } from '@quittance/contracts/refusals';
import {
  BUCKETS,
  channelValue,
  contactRoleValue,
  customerKindValue,
  emailStatusValue,
  receivableStatusValue,
  ruleValue,
  silenceReasonValue,
  toneValue,
} from '@quittance/contracts/values';
import { ROLES } from '@quittance/core/access';
import { expect, test } from 'vitest';
import { wordsOfCode } from '../src/api/problem-words.ts';
import { catalogues } from './catalogues.ts';

test.each([
  ['words', 'channel', channelValue.options],
  ['words', 'channels', channelValue.options],
  ['words', 'tone', toneValue.options],
  ['words', 'reason', silenceReasonValue.options],
  ['words', 'because', silenceReasonValue.options],
  ['words', 'rule', ruleValue.options],
  ['words', 'bucket', BUCKETS],
  ['words', 'status', receivableStatusValue.options],
  ['words', 'state', ['proposed', ...outboxStateValue.options]],
  ['words', 'kind', customerKindValue.options],
  ['words', 'contactRole', contactRoleValue.options],
  ['words', 'emailStatus', emailStatusValue.options],
  ['words', 'userRole', ROLES],
  ['imports', 'kind', importKindValue.options],
  ['imports', 'target', importTargetValue.options],
  ['today', 'outcome', taskOutcomeValue.options],
  ['today', 'task.kind', taskKindValue.options],
  ['today', 'task.hint', taskKindValue.options],
] as const)('%s has a word for each %s', (feature, group, codes) => {
  const words = catalogues.get(feature);
  for (const language of ['fr', 'en'] as const)
    for (const code of codes) expect(words?.[language].get(`${group}.${code}`), `${group}.${code}`).toBeTruthy();
});

test.each([...REFUSAL_CODES, 'unreachable'] as const)('%s is said in both languages, without a bare brace', (code) => {
  for (const language of ['fr', 'en'] as const) {
    const { title, detail } = wordsOfCode(code, language);
    expect(title).toBeTruthy();
    expect(detail).toBeTruthy();
    expect(title + detail).not.toMatch(/[{}]/);
  }
});
