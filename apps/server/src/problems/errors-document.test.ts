// docs/errors.md is what the catalogue says today.
import { expect, test } from 'vitest';
import { errorsDocument } from './errors-document.ts';

test('docs/errors.md is up to date', async () => {
  await expect(errorsDocument()).toMatchFileSnapshot('../../../../docs/errors.md');
});
