// When a journey fails: what every open page shows and asked for last, printed and kept as a picture, so that a failure elsewhere can be read.
import { afterEach } from 'vitest';
import { picture } from './browser.ts';
import { openProfiles } from './settled.ts';

/** Characters of a page's outline that are printed. */
const OUTLINE_LENGTH = 6_000;

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const [context, { ended, onTheWay }] of openProfiles()) {
    for (const [index, page] of context.pages().entries()) {
      const outline = await page
        .locator('body')
        .ariaSnapshot()
        .catch((error: unknown) => String(error));
      const waiting = [...onTheWay].map((request) => `${request.method()} ${request.url()} on its way`);
      console.error(
        [`At "${task.name}": ${page.url()}`, ...ended, ...waiting, outline.slice(0, OUTLINE_LENGTH)].join('\n'),
      );
      await picture(page, `failed-${task.name.replace(/\W+/g, '-')}-${index + 1}`).catch(console.error);
    }
  }
});
