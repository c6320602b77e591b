// The page of an e-mail that is kept: its pictures are in it, or leave their words; nothing is asked from elsewhere.
import { expect, it } from 'vitest';
import { keptHtml, shownHtml } from './kept-html.ts';

const html = '<p><img src="cid:logo@quittance" alt="Vauban"><img src="cid:code@quittance" alt="Virement"></p>';
const image = (cid: string, bytes: number) => ({
  ...{ cid, filename: 'x.png', contentType: 'image/png' },
  content: new Uint8Array(bytes).fill(1),
});

it('keeps small pictures within the page, large ones by name', () => {
  const kept = keptHtml(html, [image('logo@quittance', 4097), image('code@quittance', 3)]);
  expect(kept).toBe(
    '<p><img src="cid:logo@quittance" alt="Vauban"><img src="data:image/png;base64,AQEB" alt="Virement"></p>',
  );
});

it('is shown with the letterhead’s pictures; what is nowhere leaves its words', () => {
  const logo = { format: 'png', width: 1, height: 1, base64: 'AAAA' } as const;
  expect(shownHtml(html, { logo })).toBe(
    '<p><img src="data:image/png;base64,AAAA" alt="Vauban"><img alt="Virement"></p>',
  );
  expect(shownHtml(html, {})).toBe('<p><img alt="Vauban"><img alt="Virement"></p>');
});
